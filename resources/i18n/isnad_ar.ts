<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Isnad</source>
        <translation>عن «إسناد»</translation>
    </message>
    <message>
        <source>Isnad</source>
        <translation>إسناد</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>الإصدار {number}</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>مكوّناته</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>A desktop reader for saved news articles: mark who says what, and on whose word.</source>
        <translation>برنامج مكتبي لقراءة المقالات الإخبارية المحفوظة، ووسم من يقول ماذا وعمّن ينقل.</translation>
    </message>
    <message>
        <source>Isnad contacts nobody: it sends nothing, loads nothing and looks for no new version. What you read and mark stays on this computer.</source>
        <translation>لا يتصل «إسناد» بأحد: لا يرسل شيئًا ولا يحمّل شيئًا ولا يبحث عن إصدار جديد. ما تقرؤه وتسمه يبقى على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It is made with the parts listed here, each under its own licence; Qt is used under the LGPL, version 3.</source>
        <translation>برنامج حر بترخيص MIT. بُني من المكوّنات المذكورة هنا، ولكل منها ترخيصه؛ وتُستعمل Qt بموجب ترخيص LGPL، الإصدار 3.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;وسم</translation>
    </message>
    <message>
        <source>Ve&amp;rsions</source>
        <translation>ال&amp;نسخ</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>Text &amp;direction</source>
        <translation>ا&amp;تجاه النص</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>ال&amp;ألوان</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;فتح…</translation>
    </message>
    <message>
        <source>&amp;Paste an article</source>
        <translation>&amp;لصق نص</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>ال&amp;مكتبة</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;سابق</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>اللا&amp;حق</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>فتح ال&amp;نموذج</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;مسح القائمة</translation>
    </message>
    <message>
        <source>&amp;Export summary…</source>
        <translation>ت&amp;صدير الملخص…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>&amp;Copy summary</source>
        <translation>نس&amp;خ الملخص</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>خ&amp;روج</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إ&amp;عادة</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>Copy with c&amp;itation</source>
        <translation>نسخ مع التو&amp;ثيق</translation>
    </message>
    <message>
        <source>&amp;Find in the text…</source>
        <translation>&amp;بحث في النص…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>النتيجة التا&amp;لية</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>النتيجة ال&amp;سابقة</translation>
    </message>
    <message>
        <source>&amp;Delete mark</source>
        <translation>&amp;حذف الوسم</translation>
    </message>
    <message>
        <source>Mark &amp;source</source>
        <translation>وسم &amp;مصدر</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>مصدر</translation>
    </message>
    <message>
        <source>Mark &amp;claim</source>
        <translation>وسم &amp;ادعاء</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>ادعاء</translation>
    </message>
    <message>
        <source>&amp;Highlight…</source>
        <translation>&amp;تمييز…</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>تمييز</translation>
    </message>
    <message>
        <source>Add a &amp;note</source>
        <translation>إضافة ملا&amp;حظة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Claim of the last</source>
        <translation>ادعاء للأخير</translation>
    </message>
    <message>
        <source>&amp;Repeat the last mark</source>
        <translation>ت&amp;كرار آخر وسم</translation>
    </message>
    <message>
        <source>S&amp;plit the claim</source>
        <translation>ت&amp;قسيم الادعاء</translation>
    </message>
    <message>
        <source>&amp;Whole words only</source>
        <translation>كلمات كاملة فق&amp;ط</translation>
    </message>
    <message>
        <source>&amp;Describe the mark…</source>
        <translation>&amp;وصف الوسم…</translation>
    </message>
    <message>
        <source>&amp;Edit in the inspector</source>
        <translation>ت&amp;عديل في لوحة التفاصيل</translation>
    </message>
    <message>
        <source>&amp;Link to source</source>
        <translation>&amp;ربط بالمصدر</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>&amp;فك الربط</translation>
    </message>
    <message>
        <source>Ne&amp;xt mark</source>
        <translation>الوسم التا&amp;لي</translation>
    </message>
    <message>
        <source>Pre&amp;vious mark</source>
        <translation>الوسم ال&amp;سابق</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>رجوع خطوة</translation>
    </message>
    <message>
        <source>&amp;Next clause</source>
        <translation>المقطع التا&amp;لي</translation>
    </message>
    <message>
        <source>&amp;Previous clause</source>
        <translation>المقطع السا&amp;بق</translation>
    </message>
    <message>
        <source>&amp;Add the next clause</source>
        <translation>&amp;ضم المقطع التالي</translation>
    </message>
    <message>
        <source>&amp;Leave the last clause out</source>
        <translation>&amp;ترك المقطع الأخير</translation>
    </message>
    <message>
        <source>Select &amp;more</source>
        <translation>تو&amp;سيع التحديد</translation>
    </message>
    <message>
        <source>Select l&amp;ess</source>
        <translation>تضيي&amp;ق التحديد</translation>
    </message>
    <message>
        <source>Codes and sc&amp;ales…</source>
        <translation>الرمو&amp;ز والمقاييس…</translation>
    </message>
    <message>
        <source>Show in&amp;visible characters</source>
        <translation>إظهار المحا&amp;رف الخفية</translation>
    </message>
    <message>
        <source>Text e&amp;ncoding…</source>
        <translation>ترمي&amp;ز النص…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>م&amp;فاتيح الاختصار</translation>
    </message>
    <message>
        <source>What the &amp;marks mean</source>
        <translation>&amp;معاني الوسوم</translation>
    </message>
    <message>
        <source>How to &amp;save a page</source>
        <translation>كيف تُ&amp;حفظ الصفحة</translation>
    </message>
    <message>
        <source>&amp;About Isnad</source>
        <translation>&amp;عن «إسناد»</translation>
    </message>
    <message>
        <source>Recen&amp;tly opened</source>
        <translation>المف&amp;توحة مؤخرًا</translation>
    </message>
    <message>
        <source>Selec&amp;tion</source>
        <translation>التح&amp;ديد</translation>
    </message>
    <message>
        <source>&amp;List recently opened articles</source>
        <translation>إ&amp;ظهار المقالات المفتوحة مؤخرًا</translation>
    </message>
    <message>
        <source>About th&amp;is page…</source>
        <translation>&amp;بيانات الحفظ…</translation>
    </message>
    <message>
        <source>Preferenc&amp;es…</source>
        <translation>الت&amp;فضيلات…</translation>
    </message>
    <message>
        <source>Claim by the last s&amp;ource</source>
        <translation>ادعاء للمصدر الأ&amp;خير</translation>
    </message>
    <message>
        <source>&amp;Move the mark to the selected words</source>
        <translation>&amp;نقل الوسم إلى المحدَّد</translation>
    </message>
    <message>
        <source>Relat&amp;ions of the mark…</source>
        <translation>&amp;صلات الوسم…</translation>
    </message>
    <message>
        <source>Leave the first &amp;word out</source>
        <translation>ترك ال&amp;كلمة الأولى</translation>
    </message>
    <message>
        <source>Take the word &amp;before in</source>
        <translation>ض&amp;م الكلمة السابقة</translation>
    </message>
    <message>
        <source>Leave the first le&amp;tter out</source>
        <translation>ترك ال&amp;حرف الأول</translation>
    </message>
    <message>
        <source>&amp;Compare two versions</source>
        <translation>مقا&amp;رنة نسختين</translation>
    </message>
    <message>
        <source>&amp;Look for the marks in this version</source>
        <translation>ال&amp;بحث عن الوسوم في هذه النسخة</translation>
    </message>
    <message>
        <source>&amp;Review the marks</source>
        <translation>&amp;مراجعة الوسوم</translation>
    </message>
    <message>
        <source>&amp;Previous mark to review</source>
        <translation>الوسم ال&amp;سابق للمراجعة</translation>
    </message>
    <message>
        <source>&amp;Accept the place</source>
        <translation>&amp;قبول الموضع</translation>
    </message>
    <message>
        <source>&amp;Not in this version</source>
        <translation>&amp;ليس في هذه النسخة</translation>
    </message>
    <message>
        <source>Acc&amp;ept all places…</source>
        <translation>قبول &amp;كل المواضع…</translation>
    </message>
    <message>
        <source>&amp;Open the version it was made on, and come back</source>
        <translation>&amp;فتح النسخة التي وُسم فيها، والعودة</translation>
    </message>
    <message>
        <source>Not the &amp;same article</source>
        <translation>ليس المقال &amp;نفسه</translation>
    </message>
    <message>
        <source>Another &amp;version of…</source>
        <translation>نسخة &amp;أخرى من…</translation>
    </message>
    <message>
        <source>&amp;Undo in the library</source>
        <translation>&amp;تراجع في المكتبة</translation>
    </message>
    <message>
        <source>T&amp;ype…</source>
        <translation>ال&amp;خط…</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>ت&amp;كبير النص</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>ت&amp;صغير النص</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>الحجم ال&amp;معتاد</translation>
    </message>
    <message>
        <source>Show &amp;everything on the page</source>
        <translation>إ&amp;ظهار الكل</translation>
    </message>
    <message>
        <source>List of &amp;marks</source>
        <translation>قائمة ال&amp;وسوم</translation>
    </message>
    <message>
        <source>&amp;Headings</source>
        <translation>ال&amp;عناوين</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>لو&amp;حة التفاصيل</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>ملء ال&amp;شاشة</translation>
    </message>
    <message>
        <source>As &amp;found</source>
        <translation>كما &amp;وُجد</translation>
    </message>
    <message>
        <source>&amp;Right to left</source>
        <translation>من ال&amp;يمين إلى اليسار</translation>
    </message>
    <message>
        <source>&amp;Left to right</source>
        <translation>من الي&amp;سار إلى اليمين</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>ألوان ال&amp;نظام</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;فاتحة</translation>
    </message>
    <message>
        <source>S&amp;epia</source>
        <translation>&amp;ورقية</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;داكنة</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>&amp;لغة النظام</translation>
    </message>
</context>
<context>
    <name>AdditionsDialog</name>
    <message>
        <source>Nothing is missing: all of it is in the codebook already.</source>
        <translation>لا ينقص شيء: كل ما فيه موجود في دليل الرموز.</translation>
    </message>
    <message>
        <source>This will be added. What is in the codebook stays as it is.</source>
        <translation>سيُضاف ما يلي، ويبقى ما في دليل الرموز كما هو.</translation>
    </message>
    <message>
        <source>What will be added</source>
        <translation>ما سيُضاف</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>موقوفة</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Scale of verdicts</source>
        <translation>مقياس لنتائج التحقق</translation>
    </message>
</context>
<context>
    <name>AnchorRow</name>
    <message>
        <source>Take away</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Take away: {words}</source>
        <translation>إزالة: {words}</translation>
    </message>
</context>
<context>
    <name>AnchorsEditor</name>
    <message>
        <source>Cue</source>
        <translation>عبارة الإسناد</translation>
    </message>
    <message>
        <source>Reported content</source>
        <translation>القول المنقول</translation>
    </message>
    <message>
        <source>Select words in the article first.</source>
        <translation>حدِّد كلمات في المقال أولًا.</translation>
    </message>
</context>
<context>
    <name>ArticleHeader</name>
    <message>
        <source>About this article</source>
        <translation>عن هذا المقال</translation>
    </message>
    <message>
        <source>By {author}</source>
        <translation>بقلم {author}</translation>
    </message>
    <message>
        <source>Its dates disagree</source>
        <translation>تواريخه متعارضة</translation>
    </message>
    <message>
        <source>Date as written: {written}</source>
        <translation>التاريخ كما كُتب: {written}</translation>
    </message>
    <message>
        <source>Published {date}</source>
        <translation>نُشر في {date}</translation>
    </message>
    <message>
        <source>Changed {date}</source>
        <translation>عُدّل في {date}</translation>
    </message>
    <message>
        <source>Also on the page: {date}</source>
        <translation>وفي الصفحة أيضًا: {date}</translation>
    </message>
    <message>
        <source>(inferred)</source>
        <translation>(استنتاجًا)</translation>
    </message>
    <message>
        <source>as written: {written}</source>
        <translation>كما كُتب: {written}</translation>
    </message>
</context>
<context>
    <name>ArticlePage</name>
    <message>
        <source>Open questions</source>
        <translation>أسئلة مفتوحة</translation>
    </message>
    <message>
        <source>Sourcing profile</source>
        <translation>خلاصة الإسناد</translation>
    </message>
    <message>
        <source>Nothing is marked yet.</source>
        <translation>لم يُوسم شيء بعد.</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Look for them here</source>
        <translation>البحث عنها هنا</translation>
    </message>
    <message>
        <source>Show that version</source>
        <translation>إظهار تلك النسخة</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) are on another saved version of this article.</source>
        <translation>
            <numerusform>لا وسوم على نسخة محفوظة أخرى من هذا المقال.</numerusform>
            <numerusform>وسم واحد على نسخة محفوظة أخرى من هذا المقال.</numerusform>
            <numerusform>وسمان على نسخة محفوظة أخرى من هذا المقال.</numerusform>
            <numerusform>%n وسوم على نسخة محفوظة أخرى من هذا المقال.</numerusform>
            <numerusform>%n وسمًا على نسخة محفوظة أخرى من هذا المقال.</numerusform>
            <numerusform>%n وسم على نسخة محفوظة أخرى من هذا المقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Not the same article</source>
        <translation>ليس المقال نفسه</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>مراجعة…</translation>
    </message>
    <message numerus="yes">
        <source>%n attached</source>
        <translation>
            <numerusform>لا ثابت</numerusform>
            <numerusform>واحد ثابت</numerusform>
            <numerusform>اثنان ثابتان</numerusform>
            <numerusform>%n ثابتة</numerusform>
            <numerusform>%n ثابتًا</numerusform>
            <numerusform>%n ثابت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>لم ينتقل شيء</numerusform>
            <numerusform>واحد انتقل</numerusform>
            <numerusform>اثنان انتقلا</numerusform>
            <numerusform>%n انتقلت</numerusform>
            <numerusform>%n انتقلت</numerusform>
            <numerusform>%n انتقلت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>لا شيء للمراجعة</numerusform>
            <numerusform>واحد للمراجعة</numerusform>
            <numerusform>اثنان للمراجعة</numerusform>
            <numerusform>%n للمراجعة</numerusform>
            <numerusform>%n للمراجعة</numerusform>
            <numerusform>%n للمراجعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not found</source>
        <translation>
            <numerusform>لم يُفقد شيء</numerusform>
            <numerusform>واحد لم يوجد</numerusform>
            <numerusform>اثنان لم يوجدا</numerusform>
            <numerusform>%n لم توجد</numerusform>
            <numerusform>%n لم توجد</numerusform>
            <numerusform>%n لم توجد</numerusform>
        </translation>
    </message>
    <message>
        <source>Marks in this version: {counts}</source>
        <translation>الوسوم في هذه النسخة: {counts}</translation>
    </message>
</context>
<context>
    <name>CardPicker</name>
    <message>
        <source>Find another card…</source>
        <translation>بحث عن بطاقة أخرى…</translation>
    </message>
    <message>
        <source>Find a source card by name</source>
        <translation>بحث عن بطاقة مصدر بالاسم</translation>
    </message>
    <message>
        <source>Source card</source>
        <translation>بطاقة المصدر</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا بطاقة</translation>
    </message>
    <message>
        <source>Add to its names: {words}</source>
        <translation>إضافة إلى أسمائه: {words}</translation>
    </message>
    <message>
        <source>of this article alone</source>
        <translation>لهذا المقال وحده</translation>
    </message>
    <message>
        <source>in this article</source>
        <translation>في هذا المقال</translation>
    </message>
    <message numerus="yes">
        <source>in %n other article(s)</source>
        <translation>
            <numerusform>ليست في مقال آخر</numerusform>
            <numerusform>في مقال آخر</numerusform>
            <numerusform>في مقالين آخرين</numerusform>
            <numerusform>في %n مقالات أخرى</numerusform>
            <numerusform>في %n مقالًا آخر</numerusform>
            <numerusform>في %n مقال آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the card {name}</source>
        <translation>استعمال بطاقة «{name}»</translation>
    </message>
    <message>
        <source>Make a new card: {name}</source>
        <translation>بطاقة جديدة: {name}</translation>
    </message>
    <message>
        <source>No other card of that name.</source>
        <translation>لا بطاقة أخرى بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>CardSearch</name>
    <message>
        <source>Source cards</source>
        <translation>بطاقات المصادر</translation>
    </message>
</context>
<context>
    <name>ChainEditor</name>
    <message>
        <source>Chain of attribution</source>
        <translation>سلسلة الإسناد</translation>
    </message>
    <message>
        <source>As the source has it</source>
        <translation>كما في سلسلة المصدر</translation>
    </message>
    <message>
        <source>Add a relay</source>
        <translation>إضافة ناقل</translation>
    </message>
    <message>
        <source>or its name</source>
        <translation>أو اسمه</translation>
    </message>
    <message>
        <source>this source</source>
        <translation>هذا المصدر</translation>
    </message>
    <message>
        <source>Name of a relay</source>
        <translation>اسم الناقل</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>Changes worth a look</source>
        <translation>تغييرات تستحق النظر</translation>
    </message>
</context>
<context>
    <name>ClaimPage</name>
    <message>
        <source>Add evidence</source>
        <translation>إضافة دليل</translation>
    </message>
    <message>
        <source>Add somebody asked</source>
        <translation>إضافة طلب رد</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>نتيجة التحقق</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Asked for an answer</source>
        <translation>طلبات الرد</translation>
    </message>
    <message>
        <source>Other claims</source>
        <translation>ادعاءات أخرى</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>{who}: an answer was due on {day}.</source>
        <translation>{who}: كان موعد الرد {day}.</translation>
    </message>
</context>
<context>
    <name>CodeForm</name>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>words of the article</source>
        <translation>كلمات من المقال</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Label in Arabic</source>
        <translation>التسمية بالعربية</translation>
    </message>
    <message>
        <source>Label in English</source>
        <translation>التسمية بالإنجليزية</translation>
    </message>
    <message>
        <source>Definition in Arabic</source>
        <translation>التعريف بالعربية</translation>
    </message>
    <message>
        <source>Definition in English</source>
        <translation>التعريف بالإنجليزية</translation>
    </message>
    <message>
        <source>Press a digit or a Latin letter; Delete takes the key away.</source>
        <translation>اضغط رقمًا أو حرفًا لاتينيًا؛ مفتاح الحذف يُزيله.</translation>
    </message>
    <message>
        <source>Swap keys</source>
        <translation>تبديل المفتاحين</translation>
    </message>
    <message>
        <source>{key} picks {code}.</source>
        <translation>المفتاح {key} لرمز «{code}».</translation>
    </message>
    <message>
        <source>Offered no more; marks that have it keep it and its colour.</source>
        <translation>لا يُعرض بعد ذلك، وما وُسم به يبقى عليه بلونه.</translation>
    </message>
</context>
<context>
    <name>CodebookDialog</name>
    <message>
        <source>Codes and scales</source>
        <translation>الرموز والمقاييس</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Scales of verdicts</source>
        <translation>مقاييس نتائج التحقق</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Presets and files</source>
        <translation>مجموعات جاهزة وملفات</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>إعادة الحفظ</translation>
    </message>
    <message>
        <source>Take what is on the disk</source>
        <translation>اعتماد ما على القرص</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Add: {preset}…</source>
        <translation>إضافة: {preset}…</translation>
    </message>
    <message>
        <source>Add from a file…</source>
        <translation>إضافة من ملف…</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>حفظ في ملف…</translation>
    </message>
    <message>
        <source>Add from a file</source>
        <translation>إضافة من ملف</translation>
    </message>
    <message>
        <source>Save the codes and scales</source>
        <translation>حفظ الرموز والمقاييس</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>دليل الرموز</translation>
    </message>
    <message>
        <source>Codebooks (*.json)</source>
        <translation>أدلة رموز (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>CodebookEditor</name>
    <message>
        <source>On no mark in the library.</source>
        <translation>لا وسم في المكتبة يحمله.</translation>
    </message>
    <message numerus="yes">
        <source>On %n mark(s)</source>
        <translation>
            <numerusform>على صفر وسم</numerusform>
            <numerusform>على وسم واحد</numerusform>
            <numerusform>على وسمين</numerusform>
            <numerusform>على %n وسوم</numerusform>
            <numerusform>على %n وسمًا</numerusform>
            <numerusform>على %n وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>في صفر مقال</numerusform>
            <numerusform>في مقال واحد</numerusform>
            <numerusform>في مقالين</numerusform>
            <numerusform>في %n مقالات</numerusform>
            <numerusform>في %n مقالًا</numerusform>
            <numerusform>في %n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) could not be looked into.</source>
        <translation>
            <numerusform>لم يتعذّر فحص أي مقال.</numerusform>
            <numerusform>تعذّر فحص مقال واحد.</numerusform>
            <numerusform>تعذّر فحص مقالين.</numerusform>
            <numerusform>تعذّر فحص %n مقالات.</numerusform>
            <numerusform>تعذّر فحص %n مقالًا.</numerusform>
            <numerusform>تعذّر فحص %n مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>{label} is in use. {used}</source>
        <translation>«{label}» مستعمل: {used}</translation>
    </message>
    <message>
        <source>No mark is deleted. Whatever has it keeps the bare name {slug}, without colour or definition, until Undo brings it back.</source>
        <translation>لن يُحذف أي وسم. كل ما يحمله يحتفظ بالاسم المجرد {slug} من غير لون ولا تعريف، إلى أن يعيده التراجع.</translation>
    </message>
    <message>
        <source>Retired, it would be offered no more and stay as it is where it is used.</source>
        <translation>أما الإيقاف فيُخفيه من القوائم ويُبقيه كما هو حيث استُعمل.</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Delete all the same</source>
        <translation>الحذف على أي حال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>Save again</source>
        <translation>إعادة الحفظ</translation>
    </message>
    <message>
        <source>Take what is on the disk</source>
        <translation>اعتماد ما على القرص</translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message>
        <source>Codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>موقوفة</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>رمز جديد</translation>
    </message>
</context>
<context>
    <name>CollapsedBar</name>
    <message numerus="yes">
        <source>%n paragraph(s) may not belong to the article</source>
        <translation>
            <numerusform>لا فقرة خارج المقال</numerusform>
            <numerusform>فقرة قد لا تكون من المقال</numerusform>
            <numerusform>فقرتان قد لا تكونان من المقال</numerusform>
            <numerusform>%n فقرات قد لا تكون من المقال</numerusform>
            <numerusform>%n فقرة قد لا تكون من المقال</numerusform>
            <numerusform>%n فقرة قد لا تكون من المقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Brings them into the article</source>
        <translation>ضمّها إلى المقال</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>only one version is saved</source>
        <translation>لم تُحفظ غير نسخة واحدة</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Not the same article</source>
        <translation>ليس المقال نفسه</translation>
    </message>
    <message>
        <source>This page is another saved version of an article in the library.</source>
        <translation>هذه الصفحة نسخة محفوظة أخرى من مقال في المكتبة.</translation>
    </message>
</context>
<context>
    <name>ComparisonHead</name>
    <message>
        <source>in the library since {moment}</source>
        <translation>في المكتبة منذ {moment}</translation>
    </message>
    <message>
        <source>saved {moment}</source>
        <translation>حُفظت {moment}</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>بلا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%n وسوم</numerusform>
            <numerusform>%n وسمًا</numerusform>
            <numerusform>%n وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>معروضة الآن</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>الانتقال إليه</translation>
    </message>
    <message>
        <source>Differences between two saved versions</source>
        <translation>فروق بين نسختين محفوظتين</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>النسخة الأقدم</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>النسخة الأحدث</translation>
    </message>
    <message>
        <source>Changes worth a look</source>
        <translation>تغييرات تستحق النظر</translation>
    </message>
</context>
<context>
    <name>ComparisonTools</name>
    <message>
        <source>No difference touches a mark</source>
        <translation>لا فرق يمس وسمًا</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>لا فروق</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>لا فروق</numerusform>
            <numerusform>فرق واحد</numerusform>
            <numerusform>فرقان</numerusform>
            <numerusform>%n فروق</numerusform>
            <numerusform>%n فرقًا</numerusform>
            <numerusform>%n فرق</numerusform>
        </translation>
    </message>
    <message>
        <source>Difference {at} of {of}</source>
        <translation>الفرق {at} من {of}</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>الفرق السابق</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>الفرق التالي</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>إظهار في النص</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>نسخ الخلاصة</translation>
    </message>
    <message>
        <source>Export differences…</source>
        <translation>تصدير الفروق…</translation>
    </message>
    <message>
        <source>Only what touches a mark</source>
        <translation>ما يمس الوسوم فقط</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>المعروض</translation>
    </message>
    <message>
        <source>Fold away what did not change</source>
        <translation>طي ما لم يتغيّر</translation>
    </message>
    <message>
        <source>Hide differences in: {kind}</source>
        <translation>إخفاء الفروق في: {kind}</translation>
    </message>
</context>
<context>
    <name>ComparisonWindow</name>
    <message>
        <source>Save the differences</source>
        <translation>حفظ الفروق</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Older version, {when}</source>
        <translation>النسخة الأقدم، {when}</translation>
    </message>
    <message>
        <source>Newer version, {when}</source>
        <translation>النسخة الأحدث، {when}</translation>
    </message>
    <message>
        <source>Differences between two saved versions</source>
        <translation>فروق بين نسختين محفوظتين</translation>
    </message>
    <message>
        <source>The two versions side by side</source>
        <translation>النسختان متقابلتين</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Mark sourcing complete</source>
        <translation>إعلان اكتمال الإسناد</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>إعادة الفتح</translation>
    </message>
    <message>
        <source>Complete all the same</source>
        <translation>إعلان الاكتمال على أي حال</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>Still open:</source>
        <translation>ما زال مفتوحًا:</translation>
    </message>
</context>
<context>
    <name>ContentsPopover</name>
    <message>
        <source>Title: {words}</source>
        <translation>عنوان المقال: {words}</translation>
    </message>
    <message>
        <source>Level {level}: {words}</source>
        <translation>المستوى {level}: {words}</translation>
    </message>
    <message>
        <source>{heading} (you are here)</source>
        <translation>{heading} (أنت هنا)</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>العناوين</translation>
    </message>
    <message>
        <source>Headings of the article</source>
        <translation>عناوين المقال</translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation>ليس في هذا المقال عناوين فرعية.</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>Write the day as {day} or {other}.</source>
        <translation>اكتب اليوم هكذا: {day} أو {other}.</translation>
    </message>
    <message>
        <source>such as {day}</source>
        <translation>مثل {day}</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Let go, and it opens.</source>
        <translation>أفلِت الملف ليُفتح.</translation>
    </message>
    <message>
        <source>Drop saved pages here: HTML, MHTML, Web Archive or text. Isnad never connects to the network: the page stays on this computer.</source>
        <translation>أفلِت هنا صفحات محفوظة: HTML أو MHTML أو Web Archive أو نصًّا. لا يتصل «إسناد» بالشبكة أبدًا: تبقى الصفحة على هذا الجهاز.</translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message>
        <source>Text encoding</source>
        <translation>ترميز النص</translation>
    </message>
    <message>
        <source>Read the page again</source>
        <translation>إعادة قراءة الصفحة</translation>
    </message>
    <message>
        <source>Reading it again keeps a further version of the text. Marks stay on the version that they were made on.</source>
        <translation>تحفظ إعادةُ القراءة نسخةً أخرى من النص، وتبقى الوسوم على النسخة التي وُضعت عليها.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>قُرئت بترميز</translation>
    </message>
    <message>
        <source>not certain</source>
        <translation>غير مؤكد</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Unreadable bytes</source>
        <translation>بايتات لم تُقرأ</translation>
    </message>
    <message>
        <source>Garbled</source>
        <translation>تشوّه</translation>
    </message>
    <message>
        <source>The letters of this page were garbled before it was saved.</source>
        <translation>شُوّهت حروف هذه الصفحة قبل حفظها.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>قراءة بهذا الترميز</translation>
    </message>
    <message>
        <source>Saved versions of the text</source>
        <translation>النسخ المحفوظة من النص</translation>
    </message>
    <message>
        <source>Show this version</source>
        <translation>عرض هذه النسخة</translation>
    </message>
    <message>
        <source>Compare with the one shown</source>
        <translation>مقارنتها بالمعروضة</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>بلا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%n وسوم</numerusform>
            <numerusform>%n وسمًا</numerusform>
            <numerusform>%n وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>معروضة الآن</translation>
    </message>
</context>
<context>
    <name>Encodings</name>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation>يونيكود (UTF-8)</translation>
    </message>
    <message>
        <source>Arabic (Windows-1256)</source>
        <translation>عربي (Windows-1256)</translation>
    </message>
    <message>
        <source>Arabic (ISO 8859-6)</source>
        <translation>عربي (ISO 8859-6)</translation>
    </message>
    <message>
        <source>Unicode (UTF-16 LE)</source>
        <translation>يونيكود (UTF-16 LE)</translation>
    </message>
    <message>
        <source>Unicode (UTF-16 BE)</source>
        <translation>يونيكود (UTF-16 BE)</translation>
    </message>
    <message>
        <source>Arabic (DOS 720)</source>
        <translation>عربي (DOS 720)</translation>
    </message>
    <message>
        <source>Arabic (DOS 864)</source>
        <translation>عربي (DOS 864)</translation>
    </message>
    <message>
        <source>Arabic (Mac)</source>
        <translation>عربي (Mac)</translation>
    </message>
    <message>
        <source>Western (Windows-1252)</source>
        <translation>غربي (Windows-1252)</translation>
    </message>
    <message>
        <source>Turkish (Windows-1254)</source>
        <translation>تركي (Windows-1254)</translation>
    </message>
    <message>
        <source>Hebrew (Windows-1255)</source>
        <translation>عبري (Windows-1255)</translation>
    </message>
    <message>
        <source>Cyrillic (Windows-1251)</source>
        <translation>سيريلي (Windows-1251)</translation>
    </message>
    <message>
        <source>Repaired: UTF-8 once read as Windows-1256</source>
        <translation>إصلاح نص UTF-8 قُرئ خطأً بترميز Windows-1256</translation>
    </message>
</context>
<context>
    <name>EntryColumn</name>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>نقل إلى أعلى (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>نقل إلى أسفل (Alt+Down)</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Save a copy…</source>
        <translation>حفظ نسخة…</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>إضافة ملف…</translation>
    </message>
    <message>
        <source>Remove the file</source>
        <translation>إزالة الملف</translation>
    </message>
</context>
<context>
    <name>EvidenceEditor</name>
    <message>
        <source>Add a file…</source>
        <translation>إضافة ملف…</translation>
    </message>
    <message>
        <source>Copies a file into the library. Files can also be dropped here.</source>
        <translation>يُنسخ الملف إلى المكتبة. ويمكن إفلات الملفات هنا أيضًا.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>EvidenceFiles</name>
    <message>
        <source>Add a file as evidence</source>
        <translation>إضافة ملف دليلًا</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>حفظ نسخة</translation>
    </message>
    <message>
        <source>Copying {name}: {percent}%</source>
        <translation>نسخ {name}: ‎{percent}%</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export summary</source>
        <translation>تصدير الملخص</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>لغة الملخص</translation>
    </message>
    <message>
        <source>With the full marked text</source>
        <translation>مع النص الكامل الموسوم</translation>
    </message>
    <message>
        <source>With the differences from an earlier version</source>
        <translation>مع الفروق عن نسخة سابقة</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>نسخ الملخص</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) that wait for review are left out. Review them first to include them.</source>
        <translation>
            <numerusform>لا وسوم متروكة.</numerusform>
            <numerusform>تُرك وسم واحد ينتظر المراجعة. راجعه أولًا ليدخل في الملخص.</numerusform>
            <numerusform>تُرك وسمان ينتظران المراجعة. راجعهما أولًا ليدخلا في الملخص.</numerusform>
            <numerusform>تُركت %n وسوم تنتظر المراجعة. راجعها أولًا لتدخل في الملخص.</numerusform>
            <numerusform>تُرك %n وسمًا ينتظر المراجعة. راجعها أولًا لتدخل في الملخص.</numerusform>
            <numerusform>تُرك %n وسم ينتظر المراجعة. راجعها أولًا لتدخل في الملخص.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation>حفظ الملخص</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>FacingModel</name>
    <message>
        <source>What happened</source>
        <translation>ما جرى</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) left out</source>
        <translation>
            <numerusform>لا فقرات غير معروضة</numerusform>
            <numerusform>فقرة غير معروضة</numerusform>
            <numerusform>فقرتان غير معروضتين</numerusform>
            <numerusform>%n فقرات غير معروضة</numerusform>
            <numerusform>%n فقرة غير معروضة</numerusform>
            <numerusform>%n فقرة غير معروضة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) unchanged</source>
        <translation>
            <numerusform>لا فقرات بلا تغيير</numerusform>
            <numerusform>فقرة بلا تغيير</numerusform>
            <numerusform>فقرتان بلا تغيير</numerusform>
            <numerusform>%n فقرات بلا تغيير</numerusform>
            <numerusform>%n فقرة بلا تغيير</numerusform>
            <numerusform>%n فقرة بلا تغيير</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Touches %n mark(s)</source>
        <translation>
            <numerusform>لا يمس وسمًا</numerusform>
            <numerusform>يمس وسمًا واحدًا</numerusform>
            <numerusform>يمس وسمين</numerusform>
            <numerusform>يمس %n وسوم</numerusform>
            <numerusform>يمس %n وسمًا</numerusform>
            <numerusform>يمس %n وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) here</source>
        <translation>
            <numerusform>لا وسوم هنا</numerusform>
            <numerusform>وسم واحد هنا</numerusform>
            <numerusform>وسمان هنا</numerusform>
            <numerusform>%n وسوم هنا</numerusform>
            <numerusform>%n وسمًا هنا</numerusform>
            <numerusform>%n وسم هنا</numerusform>
        </translation>
    </message>
    <message>
        <source>Stands in another place on this side: go there</source>
        <translation>في موضع آخر من هذه النسخة: الانتقال إليه</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>بلا تغيير</translation>
    </message>
</context>
<context>
    <name>FateRow</name>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Identification</source>
        <translation>التعريف بالمصدر</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>نوع المصدر</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الصفة</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>الجهة</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <source>How the source knows</source>
        <translation>صلة المصدر بالحدث</translation>
    </message>
    <message>
        <source>Reason for anonymity</source>
        <translation>سبب التجهيل</translation>
    </message>
    <message>
        <source>In the outlet&apos;s words</source>
        <translation>بعبارة الوسيلة</translation>
    </message>
    <message>
        <source>Name on the card</source>
        <translation>الاسم في البطاقة</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>الموقع من الحدث</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>أسماء أخرى</translation>
    </message>
    <message>
        <source>Kind on the card</source>
        <translation>النوع في البطاقة</translation>
    </message>
    <message>
        <source>Country on the card</source>
        <translation>البلد في البطاقة</translation>
    </message>
    <message>
        <source>Notes on the card</source>
        <translation>ملاحظات البطاقة</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>حالة التحقق</translation>
    </message>
    <message>
        <source>The claim in your words</source>
        <translation>الادعاء بصياغتك</translation>
    </message>
    <message>
        <source>Kind of claim</source>
        <translation>نوع الادعاء</translation>
    </message>
    <message>
        <source>The day was inferred</source>
        <translation>اليوم مستنتج</translation>
    </message>
    <message>
        <source>Signed off by</source>
        <translation>أجازه</translation>
    </message>
    <message>
        <source>Date as written</source>
        <translation>التاريخ كما كُتب</translation>
    </message>
    <message>
        <source>Date as understood</source>
        <translation>التاريخ كما فُهم</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>صيغة النقل</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>تأكيد أو نفي</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Archived at</source>
        <translation>نسخته المؤرشفة</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>تاريخ الاطلاع</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>الاقتباس</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>ملاحظة على المقال</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>تقييم المقال</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>عبر</translation>
    </message>
    <message>
        <source>Undisclosed relay</source>
        <translation>نقل غير معلن</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>وجهة الدليل</translation>
    </message>
    <message>
        <source>Who was asked</source>
        <translation>طُلب الرد من</translation>
    </message>
    <message>
        <source>How</source>
        <translation>وسيلة الطلب</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>تاريخ الطلب</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>موعد الرد</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الرد</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n in left-out paragraph(s)</source>
        <translation>
            <numerusform>لا شيء في فقرات مستبعدة</numerusform>
            <numerusform>واحدة في فقرة مستبعدة</numerusform>
            <numerusform>اثنتان في فقرات مستبعدة</numerusform>
            <numerusform>%n في فقرات مستبعدة</numerusform>
            <numerusform>%n في فقرات مستبعدة</numerusform>
            <numerusform>%n في فقرات مستبعدة</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the text shown</source>
        <translation>ليس في النص المعروض</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لا نتيجة</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>لا نتيجة</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} من {count}</translation>
    </message>
    <message>
        <source>from the beginning again</source>
        <translation>من البداية مجددًا</translation>
    </message>
    <message>
        <source>from the end again</source>
        <translation>من النهاية مجددًا</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>بحث في النص</translation>
    </message>
    <message>
        <source>Words to be found</source>
        <translation>الكلمات المطلوبة</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>النتيجة السابقة (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>النتيجة التالية (F3)</translation>
    </message>
    <message>
        <source>Whole word: also after و، ف، ب، ل، ك، ال</source>
        <translation>كلمة كاملة، ولو سبقتها و، ف، ب، ل، ك، ال</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (Esc)</translation>
    </message>
    <message>
        <source>Show everything on the page</source>
        <translation>إظهار الكل</translation>
    </message>
</context>
<context>
    <name>FirstWindow</name>
    <message>
        <source>Isnad</source>
        <translation>إسناد</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>What the marks mean</source>
        <translation>معاني الوسوم</translation>
    </message>
    <message>
        <source>How to save a page</source>
        <translation>كيف تُحفظ الصفحة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>HiddenNames</name>
    <message>
        <source>soft hyphen</source>
        <translation>شرطة لينة</translation>
    </message>
    <message>
        <source>tatweel</source>
        <translation>تطويل</translation>
    </message>
    <message>
        <source>Arabic letter mark</source>
        <translation>علامة الحرف العربي</translation>
    </message>
    <message>
        <source>zero-width space</source>
        <translation>مسافة عديمة العرض</translation>
    </message>
    <message>
        <source>zero-width non-joiner</source>
        <translation>فاصل عديم العرض</translation>
    </message>
    <message>
        <source>zero-width joiner</source>
        <translation>واصل عديم العرض</translation>
    </message>
    <message>
        <source>left-to-right mark</source>
        <translation>علامة اتجاه من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>right-to-left mark</source>
        <translation>علامة اتجاه من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>left-to-right embedding</source>
        <translation>تضمين من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>right-to-left embedding</source>
        <translation>تضمين من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>end of an embedding or override</source>
        <translation>نهاية تضمين أو فرض اتجاه</translation>
    </message>
    <message>
        <source>left-to-right override</source>
        <translation>فرض الاتجاه من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>right-to-left override</source>
        <translation>فرض الاتجاه من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>word joiner</source>
        <translation>واصل كلمات</translation>
    </message>
    <message>
        <source>left-to-right isolate</source>
        <translation>عزل من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>right-to-left isolate</source>
        <translation>عزل من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>first-strong isolate</source>
        <translation>عزل باتجاه أول حرف</translation>
    </message>
    <message>
        <source>end of an isolate</source>
        <translation>نهاية عزل</translation>
    </message>
    <message>
        <source>byte order mark</source>
        <translation>علامة ترتيب البايتات</translation>
    </message>
    <message>
        <source>letter of another alphabet within a word</source>
        <translation>حرف من أبجدية أخرى داخل كلمة</translation>
    </message>
    <message>
        <source>control character</source>
        <translation>محرف تحكم</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>and others</source>
        <translation>وغيرها</translation>
    </message>
</context>
<context>
    <name>HopRow</name>
    <message>
        <source>Closer to the outlet</source>
        <translation>أقرب إلى الوسيلة</translation>
    </message>
    <message>
        <source>Further from the outlet</source>
        <translation>أبعد عن الوسيلة</translation>
    </message>
    <message>
        <source>Take out of the chain</source>
        <translation>إخراج من السلسلة</translation>
    </message>
</context>
<context>
    <name>Inspecting</name>
    <message>
        <source>Sourcing</source>
        <translation>حالة الإسناد</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>لوحة التفاصيل</translation>
    </message>
    <message>
        <source>Select words in the article and press 1 for a source, 2 for a claim.</source>
        <translation>حدِّد كلمات في المقال ثم اضغط 1 لوسم مصدر أو 2 لوسم ادعاء.</translation>
    </message>
    <message>
        <source>This article can only be read: nothing can be marked or changed in it.</source>
        <translation>هذا المقال للقراءة فقط: لا يمكن وسم شيء فيه ولا تعديله.</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>This page is an article of its own now, apart from “{title}”.</source>
        <translation>صارت هذه الصفحة مقالًا مستقلًا عن «{title}».</translation>
    </message>
    <message>
        <source>This page is another version of “{title}” now.</source>
        <translation>صارت هذه الصفحة نسخة أخرى من «{title}».</translation>
    </message>
    <message>
        <source>This page looks like another version of “{title}”.</source>
        <translation>تبدو هذه الصفحة نسخة أخرى من «{title}».</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>جرى التراجع عن: {what}.</translation>
    </message>
    <message>
        <source>Yes, put it there</source>
        <translation>نعم، ضُمّها</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>In the text</source>
        <translation>في النص</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>في القوائم</translation>
    </message>
    <message>
        <source>In the find bar</source>
        <translation>في شريط البحث</translation>
    </message>
    <message>
        <source>Select by letters</source>
        <translation>تحديد حرفًا حرفًا</translation>
    </message>
    <message>
        <source>Select by words</source>
        <translation>تحديد كلمة كلمة</translation>
    </message>
    <message>
        <source>Select by lines</source>
        <translation>تحديد سطرًا سطرًا</translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Choose the mark at the caret</source>
        <translation>اختيار الوسم عند المؤشر</translation>
    </message>
    <message>
        <source>To the bar at the selection</source>
        <translation>الانتقال إلى شريط التحديد</translation>
    </message>
    <message>
        <source>Context menu</source>
        <translation>القائمة عند المؤشر</translation>
    </message>
    <message>
        <source>Copy a link&apos;s address</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Larger or smaller text</source>
        <translation>تكبير النص أو تصغيره</translation>
    </message>
    <message>
        <source>Next or previous line</source>
        <translation>السطر التالي أو السابق</translation>
    </message>
    <message>
        <source>Open, or go there</source>
        <translation>فتح أو انتقال</translation>
    </message>
    <message>
        <source>Next or previous part</source>
        <translation>الجزء التالي أو السابق</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>النتيجة التالية</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>النتيجة السابقة</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>إغلاقه</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>مفاتيح الاختصار</translation>
    </message>
    <message>
        <source>Find a key by what it does</source>
        <translation>بحث عن مفتاح بحسب عمله</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>لا شيء بهذا الاسم.</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>نسخ نصًّا</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>What the marks mean</source>
        <translation>معاني الوسوم</translation>
    </message>
    <message>
        <source>Source that is identified</source>
        <translation>مصدر معرَّف</translation>
    </message>
    <message>
        <source>Source that is anonymous</source>
        <translation>مصدر مُجهَّل</translation>
    </message>
    <message>
        <source>{claim}: {status}</source>
        <translation>{claim}: {status}</translation>
    </message>
    <message>
        <source>Highlight, in the colour of its code</source>
        <translation>تمييز، بلون رمزه</translation>
    </message>
    <message>
        <source>Note, with a sign in the margin</source>
        <translation>ملاحظة، ولها علامة في الهامش</translation>
    </message>
    <message>
        <source>Waits for review: found in this version, with some doubt</source>
        <translation>ينتظر المراجعة: وُجد في هذه النسخة مع شيء من الشك</translation>
    </message>
    <message>
        <source>Moved since it was marked: the small arrow</source>
        <translation>انتقل منذ وُسم: السهم الصغير</translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Who says this? Click a source, or press its number:</source>
        <translation>من يقول هذا؟ انقر مصدرًا أو اضغط رقمه:</translation>
    </message>
    <message>
        <source>No source is marked yet. Cancel, and mark one first.</source>
        <translation>لم يُوسم مصدر بعد. ألغِ الربط وسِم مصدرًا أولًا.</translation>
    </message>
    <message>
        <source>What does this source say? Click a claim, or press its number:</source>
        <translation>ماذا يقول هذا المصدر؟ انقر ادعاءً أو اضغط رقمه:</translation>
    </message>
    <message>
        <source>No claim is marked yet. Cancel, and mark one first.</source>
        <translation>لم يُوسم ادعاء بعد. ألغِ الربط وسِم ادعاءً أولًا.</translation>
    </message>
</context>
<context>
    <name>LinkCard</name>
    <message>
        <source>Unlink</source>
        <translation>فك الربط</translation>
    </message>
    <message>
        <source>Show the source {words}</source>
        <translation>عرض المصدر: {words}</translation>
    </message>
</context>
<context>
    <name>LinksEditor</name>
    <message>
        <source>No source yet.</source>
        <translation>لا مصدر بعد.</translation>
    </message>
    <message>
        <source>Link to a source of the article</source>
        <translation>ربط بمصدر في المقال</translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation>اختيار مصدر</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>في النص</translation>
    </message>
    <message>
        <source>Click the source in the text, or press its number</source>
        <translation>انقر المصدر في النص أو اضغط رقمه</translation>
    </message>
    <message>
        <source>Link to a source picked in the text</source>
        <translation>ربط بمصدر يُختار في النص</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Take the library over?</source>
        <translation>أتتولّى الكتابة في المكتبة من هنا؟</translation>
    </message>
    <message>
        <source>Do this only if the other computer no longer uses the library: what it has not saved yet would be lost.</source>
        <translation>لا تفعل ذلك إلا إذا كان الجهاز الآخر قد كفّ عن استعمال المكتبة: ما لم يحفظه بعدُ يضيع.</translation>
    </message>
</context>
<context>
    <name>MarkerSample</name>
    <message>
        <source>How the colour looks: light, sepia, dark</source>
        <translation>مظهر اللون في الألوان الفاتحة والورقية والداكنة</translation>
    </message>
</context>
<context>
    <name>MarksFilter</name>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} من {total}</translation>
    </message>
    <message>
        <source>Identification of the source</source>
        <translation>التعريف بالمصدر</translation>
    </message>
    <message>
        <source>Status of the claim</source>
        <translation>حالة التحقق</translation>
    </message>
    <message>
        <source>Place in this version</source>
        <translation>الموضع في هذه النسخة</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Without a source</source>
        <translation>بلا مصدر</translation>
    </message>
    <message>
        <source>Do not ask for: {what}</source>
        <translation>إلغاء الشرط: {what}</translation>
    </message>
    <message>
        <source>Find a mark</source>
        <translation>بحث في الوسوم</translation>
    </message>
    <message>
        <source>Words of marks, notes and sources</source>
        <translation>كلمات من الوسوم أو الملاحظات أو المصادر</translation>
    </message>
    <message>
        <source>Which marks are listed</source>
        <translation>تصفية الوسوم</translation>
    </message>
    <message>
        <source>List all marks</source>
        <translation>عرض كل الوسوم</translation>
    </message>
</context>
<context>
    <name>MarksModel</name>
    <message>
        <source>to review</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>انتقل</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>بلا مصدر</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Marks</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>No marks yet.</source>
        <translation>لا وسوم بعد.</translation>
    </message>
    <message>
        <source>No mark is like this.</source>
        <translation>لا وسم يطابق هذه الشروط.</translation>
    </message>
    <message>
        <source>The selected mark is not in this list.</source>
        <translation>الوسم المحدد ليس في هذه القائمة.</translation>
    </message>
    <message>
        <source>List all marks</source>
        <translation>عرض كل الوسوم</translation>
    </message>
</context>
<context>
    <name>NotePage</name>
    <message>
        <source>Codes</source>
        <translation>الرموز</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Copy the report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Report copied</source>
        <translation>نُسخ التقرير</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. The foot of the window says whether your marks are saved. The report holds nothing of the article: please send it to us.</source>
        <translation>وقع خطأ غير متوقع. حالة حفظ وسومك مبيّنة أسفل النافذة. ليس في التقرير شيء من المقال، فأرسله إلينا من فضلك.</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>تولّي الكتابة هنا…</translation>
    </message>
    <message>
        <source>Another encoding…</source>
        <translation>ترميز آخر…</translation>
    </message>
    <message>
        <source>Repair the text</source>
        <translation>إصلاح النص</translation>
    </message>
    <message>
        <source>The letters of this page were garbled before it was saved.</source>
        <translation>شُوّهت حروف هذه الصفحة قبل حفظها.</translation>
    </message>
    <message>
        <source>The page was read as {encoding}: {how}.</source>
        <translation>قُرئت الصفحة بترميز {encoding}: {how}.</translation>
    </message>
    <message>
        <source>The page was read as {encoding}: {how}. Unreadable bytes: {count}.</source>
        <translation>قُرئت الصفحة بترميز {encoding}: {how}. بايتات لم تُقرأ: {count}.</translation>
    </message>
    <message>
        <source>If letters look wrong, choose another encoding.</source>
        <translation>إن بدت الحروف غير صحيحة فاختر ترميزًا آخر.</translation>
    </message>
    <message>
        <source>Show invisible characters</source>
        <translation>إظهار المحارف الخفية</translation>
    </message>
    <message>
        <source>This page holds invisible characters that can change the order of the letters or hide words ({kinds}). Compare what you quote with the page itself.</source>
        <translation>في هذه الصفحة محارف خفية قد تغيّر ترتيب الحروف أو تُخفي كلمات ({kinds}). قارن ما تقتبسه بالصفحة نفسها.</translation>
    </message>
    <message>
        <source>This page holds invisible characters ({kinds}).</source>
        <translation>في هذه الصفحة محارف خفية ({kinds}).</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>حفظ نسخة في مكان آخر…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Details</source>
        <translation>تفاصيل</translation>
    </message>
    <message>
        <source>An image that was not saved with the page</source>
        <translation>صورة لم تُحفظ مع الصفحة</translation>
    </message>
</context>
<context>
    <name>PageDetails</name>
    <message>
        <source>About this page</source>
        <translation>بيانات الحفظ</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>نسخ الكل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>PageFacts</name>
    <message>
        <source>Images</source>
        <translation>صور</translation>
    </message>
    <message>
        <source>Hidden images that count readers</source>
        <translation>صور خفية تُحصي القرّاء</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>نصوص برمجية</translation>
    </message>
    <message>
        <source>Style sheets</source>
        <translation>أوراق أنماط</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>إطارات</translation>
    </message>
    <message>
        <source>Audio and video</source>
        <translation>صوت وفيديو</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>خطوط</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>نماذج</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>The saved file</source>
        <translation>الملف المحفوظ</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>What the page wanted to load from the network</source>
        <translation>ما أرادت الصفحة تحميله من الشبكة</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>الوسيلة</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>الكاتب</translation>
    </message>
    <message>
        <source>Its dates disagree</source>
        <translation>تواريخه متعارضة</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>التواريخ</translation>
    </message>
    <message>
        <source>Address that the page gives</source>
        <translation>الرابط كما تذكره الصفحة</translation>
    </message>
    <message>
        <source>Address noted when it was saved</source>
        <translation>الرابط كما سُجّل عند الحفظ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>صيغة الحفظ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} كيلوبايت</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>حُفظت</translation>
    </message>
    <message>
        <source>Taken into the library</source>
        <translation>أُضيفت إلى المكتبة</translation>
    </message>
    <message>
        <source>Removed or changed in reading</source>
        <translation>ما حُذف أو غُيّر عند القراءة</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>ترميز النص</translation>
    </message>
    <message>
        <source>Text version</source>
        <translation>نسخة النص</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Paragraphs shown</source>
        <translation>الفقرات المعروضة</translation>
    </message>
    <message>
        <source>Paragraphs left out</source>
        <translation>الفقرات المستبعدة</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>المحارف الخفية</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>الروابط</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>لا شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es): none of them was contacted.</source>
        <translation>
            <numerusform>لا روابط.</numerusform>
            <numerusform>رابط واحد لم يُتصل به.</numerusform>
            <numerusform>رابطان لم يُتصل بأيّ منهما.</numerusform>
            <numerusform>%n روابط لم يُتصل بأيّ منها.</numerusform>
            <numerusform>%n رابطًا لم يُتصل بأيّ منها.</numerusform>
            <numerusform>%n رابط لم يُتصل بأيّ منها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointRow</name>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>لا غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Type of the articles</source>
        <translation>خط المقالات</translation>
    </message>
    <message>
        <source>List recently opened articles</source>
        <translation>إظهار المقالات المفتوحة مؤخرًا</translation>
    </message>
    <message>
        <source>Mark whole words only</source>
        <translation>وسم كلمات كاملة فقط</translation>
    </message>
    <message>
        <source>Find whole words only</source>
        <translation>البحث عن كلمات كاملة فقط</translation>
    </message>
    <message>
        <source>Copy with a citation</source>
        <translation>النسخ مع التوثيق</translation>
    </message>
    <message>
        <source>Folder of the library</source>
        <translation>مجلد المكتبة</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>مجلد آخر…</translation>
    </message>
    <message>
        <source>Another folder counts from the next start. What is in this one stays there.</source>
        <translation>يسري المجلد الجديد من التشغيل التالي، ويبقى ما في هذا المجلد في مكانه.</translation>
    </message>
    <message>
        <source>From the next start: {folder}</source>
        <translation>من التشغيل التالي: {folder}</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>التفضيلات</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>لغة النظام</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>With the marks</source>
        <translation>مع الوسوم</translation>
    </message>
    <message>
        <source>With claims, sources and notes at the end</source>
        <translation>مع الادعاءات والمصادر والملاحظات في الآخر</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>حجم الخط</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>الورق</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Claims, sources and notes</source>
        <translation>الادعاءات والمصادر والملاحظات</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>صفحة {page} من {pages}</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more in the exported summary</source>
        <translation>
            <numerusform>… ولا شيء غيرها</numerusform>
            <numerusform>… وواحد غيرها في الملخص المصدَّر</numerusform>
            <numerusform>… واثنان غيرها في الملخص المصدَّر</numerusform>
            <numerusform>… و%n غيرها في الملخص المصدَّر</numerusform>
            <numerusform>… و%n غيرها في الملخص المصدَّر</numerusform>
            <numerusform>… و%n غيرها في الملخص المصدَّر</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Preparing the pages…</source>
        <translation>يجري إعداد الصفحات…</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Reading the page</source>
        <translation>قراءة الصفحة</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>قرص</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>اختصار</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>ملف %1</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>المجلد:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>نوع الملفات:</translation>
    </message>
    <message>
        <source>&amp;File name:</source>
        <translation>ا&amp;سم الملف:</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>All Pages</source>
        <translation>كل الصفحات</translation>
    </message>
    <message>
        <source>Odd Pages</source>
        <translation>الصفحات الفردية</translation>
    </message>
    <message>
        <source>Even Pages</source>
        <translation>الصفحات الزوجية</translation>
    </message>
</context>
<context>
    <name>QPrintWidget</name>
    <message>
        <source>Output &amp;file:</source>
        <translation>&amp;ملف الحفظ:</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>ReadingControls</name>
    <message>
        <source>Text direction</source>
        <translation>اتجاه النص</translation>
    </message>
    <message>
        <source>Text encoding</source>
        <translation>ترميز النص</translation>
    </message>
    <message>
        <source>Direction: right to left</source>
        <translation>الاتجاه: من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>Direction: left to right</source>
        <translation>الاتجاه: من اليسار إلى اليمين</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Address copied: {host}</source>
        <translation>نُسخ الرابط: {host}</translation>
    </message>
    <message numerus="yes">
        <source>%n linked mark(s) that way. A click leads to the nearest.</source>
        <translation>
            <numerusform>لا وسوم مرتبطة هناك.</numerusform>
            <numerusform>وسم مرتبط واحد في هذا الاتجاه. النقر يقود إليه.</numerusform>
            <numerusform>وسمان مرتبطان في هذا الاتجاه. النقر يقود إلى أقربهما.</numerusform>
            <numerusform>%n وسوم مرتبطة في هذا الاتجاه. النقر يقود إلى أقربها.</numerusform>
            <numerusform>%n وسمًا مرتبطًا في هذا الاتجاه. النقر يقود إلى أقربها.</numerusform>
            <numerusform>%n وسم مرتبط في هذا الاتجاه. النقر يقود إلى أقربها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Link to {host}</source>
        <translation>رابط إلى {host}</translation>
    </message>
    <message>
        <source>Ctrl and a click copy its address</source>
        <translation>لنسخ الرابط: انقره مع Ctrl</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Copy the link&apos;s address ({host})</source>
        <translation>نسخ الرابط ({host})</translation>
    </message>
    <message>
        <source>Leave this paragraph out</source>
        <translation>استبعاد هذه الفقرة من المقال</translation>
    </message>
    <message>
        <source>Bring this paragraph in</source>
        <translation>ضمّ هذه الفقرة إلى المقال</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>نص المقال</translation>
    </message>
</context>
<context>
    <name>Reception</name>
    <message>
        <source>There is nothing on the clipboard that can be read. Copy the text of an article first.</source>
        <translation>ليس في الحافظة نص يمكن قراءته. انسخ نص المقال أولًا.</translation>
    </message>
    <message>
        <source>Saved pages</source>
        <translation>صفحات محفوظة</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Open a saved page</source>
        <translation>فتح صفحة محفوظة</translation>
    </message>
    <message>
        <source>That is an address, and Isnad never connects to the network. Save the page in your browser (Ctrl+S), then drop its file here.</source>
        <translation>هذا رابط لا صفحة، و«إسناد» لا يتصل بالشبكة أبدًا. احفظ الصفحة من متصفحك (Ctrl+S)، ثم أفلِت ملفها هنا.</translation>
    </message>
    <message>
        <source>Nothing in what was dropped can be read. Drop a saved page: HTML, MHTML, Web Archive or text.</source>
        <translation>لا شيء مما أفلتَّه يمكن قراءته. أفلِت صفحة محفوظة: HTML أو MHTML أو Web Archive أو نصًّا.</translation>
    </message>
    <message>
        <source>Add as evidence</source>
        <translation>إضافته دليلًا</translation>
    </message>
    <message>
        <source>Was {name} meant as evidence on the selected claim?</source>
        <translation>هل المقصود أن يكون {name} دليلًا على الادعاء المحدد؟</translation>
    </message>
    <message>
        <source>Pasted article</source>
        <translation>نص ملصق</translation>
    </message>
</context>
<context>
    <name>RecordCard</name>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>RelationRow</name>
    <message>
        <source>Take away</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Take away: {words}</source>
        <translation>إزالة: {words}</translation>
    </message>
</context>
<context>
    <name>RelationsEditor</name>
    <message>
        <source>This claim…</source>
        <translation>هذا الادعاء…</translation>
    </message>
    <message>
        <source>Kind of relation</source>
        <translation>نوع الصلة</translation>
    </message>
    <message>
        <source>The other claim</source>
        <translation>الادعاء الآخر</translation>
    </message>
    <message>
        <source>Choose a claim</source>
        <translation>اختيار ادعاء</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Place on selection</source>
        <translation>وضعه على المحدد</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>ليس هنا</translation>
    </message>
    <message>
        <source>Accept all…</source>
        <translation>قبول الكل…</translation>
    </message>
    <message>
        <source>This is the version that the mark was made on.</source>
        <translation>هذه هي النسخة التي وُضع الوسم عليها.</translation>
    </message>
    <message>
        <source>Nothing waits for review any longer.</source>
        <translation>لم يبقَ ما ينتظر المراجعة.</translation>
    </message>
    <message>
        <source>Review {number} of {count}</source>
        <translation>مراجعة {number} من {count}</translation>
    </message>
    <message>
        <source>Esc closes this; Undo takes the last decision back.</source>
        <translation>يُغلق Esc هذه اللوحة، ويعيد التراجع آخر قرار.</translation>
    </message>
    <message>
        <source>As it was marked</source>
        <translation>كما وُسم</translation>
    </message>
    <message>
        <source>As marked, version of {time}</source>
        <translation>كما وُسم، في نسخة {time}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Changed: {changes}</source>
        <translation>تغيّر: {changes}</translation>
    </message>
    <message>
        <source>Back to the version under review</source>
        <translation>عودة إلى النسخة قيد المراجعة</translation>
    </message>
    <message>
        <source>Its version</source>
        <translation>نسخته</translation>
    </message>
    <message>
        <source>Open the version it was made on</source>
        <translation>فتح النسخة التي وُسم فيها</translation>
    </message>
    <message>
        <source>Review of marks</source>
        <translation>مراجعة الوسوم</translation>
    </message>
    <message>
        <source>Marks that wait for review</source>
        <translation>وسوم تنتظر المراجعة</translation>
    </message>
    <message>
        <source>Here, in the version shown</source>
        <translation>هنا، في النسخة المعروضة</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Accept all?</source>
        <translation>قبول الكل؟</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n place(s) as they were found? Numbers, names or a negation may have changed in them. One Undo takes all of it back.</source>
        <translation>
            <numerusform>لا مواضع تُقبل.</numerusform>
            <numerusform>أتقبل موضعًا واحدًا كما وُجد؟ قد يكون تغيّر فيه رقم أو اسم أو نفي. يعيده تراجع واحد.</numerusform>
            <numerusform>أتقبل موضعين كما وُجدا؟ قد يكون تغيّر فيهما رقم أو اسم أو نفي. يعيدهما تراجع واحد.</numerusform>
            <numerusform>أتقبل %n مواضع كما وُجدت؟ قد يكون تغيّر فيها رقم أو اسم أو نفي. يعيدها كلها تراجع واحد.</numerusform>
            <numerusform>أتقبل %n موضعًا كما وُجدت؟ قد يكون تغيّر فيها رقم أو اسم أو نفي. يعيدها كلها تراجع واحد.</numerusform>
            <numerusform>أتقبل %n موضع كما وُجدت؟ قد يكون تغيّر فيها رقم أو اسم أو نفي. يعيدها كلها تراجع واحد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunLegend</name>
    <message>
        <source>What the signs mean</source>
        <translation>معاني العلامات</translation>
    </message>
</context>
<context>
    <name>SameSource</name>
    <message>
        <source>The same source as</source>
        <translation>المصدر ذاته</translation>
    </message>
    <message>
        <source>The same source as…</source>
        <translation>المصدر ذاته…</translation>
    </message>
    <message>
        <source>Shares its card with: {mentions}</source>
        <translation>يشترك في البطاقة مع: {mentions}</translation>
    </message>
    <message>
        <source>Give it a card of its own</source>
        <translation>إفراده ببطاقة</translation>
    </message>
    <message>
        <source>Make a source card</source>
        <translation>إنشاء بطاقة مصدر</translation>
    </message>
</context>
<context>
    <name>SaveIndicator</name>
    <message>
        <source>Not saved yet</source>
        <translation>لم يُحفظ بعد</translation>
    </message>
    <message>
        <source>Changes saved</source>
        <translation>حُفظت التغييرات</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>يجري الحفظ…</translation>
    </message>
    <message>
        <source>Changes not saved</source>
        <translation>لم تُحفظ التغييرات</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>للقراءة فقط</translation>
    </message>
</context>
<context>
    <name>SavingGuide</name>
    <message>
        <source>Chrome, Edge</source>
        <translation>كروم وإيدج</translation>
    </message>
    <message>
        <source>Ctrl+S, then under “Save as type”: “Webpage, Single File”. “Webpage, Complete” makes a folder beside the file: keep the two together.</source>
        <translation>‏Ctrl+S، ثم من نوع الملف: «صفحة ويب، ملف واحد» (Single File). أما «صفحة ويب، مكتملة» (Complete) فتضع مجلدًا بجانب الملف: لا تفصل بينهما.</translation>
    </message>
    <message>
        <source>Firefox</source>
        <translation>فايرفوكس</translation>
    </message>
    <message>
        <source>Ctrl+S, then “Web Page, complete”. Keep the folder that it makes beside the file.</source>
        <translation>‏Ctrl+S، ثم «صفحة وب، كاملة» (Web Page, complete). أبقِ المجلد الذي ينشأ بجانب الملف.</translation>
    </message>
    <message>
        <source>Safari on a Mac</source>
        <translation>سفاري على ماك</translation>
    </message>
    <message>
        <source>File, Save As…, then the format “Web Archive”.</source>
        <translation>«ملف»، ثم «حفظ باسم…»، ثم الصيغة «أرشيف ويب» (Web Archive).</translation>
    </message>
    <message>
        <source>iPhone and iPad</source>
        <translation>آيفون وآيباد</translation>
    </message>
    <message>
        <source>In Safari: Share, Options, “Web Archive”, then “Save to Files”. Bring the file to this computer by AirDrop or a cable.</source>
        <translation>في سفاري: «مشاركة»، ثم «خيارات»، ثم «أرشيف ويب»، ثم «حفظ في الملفات». انقل الملف إلى هذا الجهاز عبر AirDrop أو بالكابل.</translation>
    </message>
    <message>
        <source>Android</source>
        <translation>أندرويد</translation>
    </message>
    <message>
        <source>In Chrome: the menu ⋮, then the download arrow. The file (mhtml) is in the Downloads folder: bring it here by cable. There, Firefox saves only PDF, which Isnad does not read.</source>
        <translation>في كروم: القائمة ⋮ ثم سهم التنزيل. تجد الملف (mhtml) في مجلد التنزيلات: انقله إلى هنا بالكابل. أما فايرفوكس فلا يحفظ على الهاتف إلا PDF، ولا يقرؤه «إسناد».</translation>
    </message>
    <message>
        <source>How to save a page</source>
        <translation>كيف تُحفظ الصفحة</translation>
    </message>
    <message>
        <source>Scroll to the end of the page first, so that all its pictures are loaded.</source>
        <translation>مرِّر الصفحة حتى آخرها أولًا كي تُحمَّل صورها كلها.</translation>
    </message>
</context>
<context>
    <name>ScalesPage</name>
    <message>
        <source>Scales</source>
        <translation>المقاييس</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>موقوفة</translation>
    </message>
    <message>
        <source>New scale</source>
        <translation>مقياس جديد</translation>
    </message>
    <message>
        <source>Verdicts, in the order in which they are offered</source>
        <translation>النتائج، بالترتيب الذي تُعرض به</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s)</source>
        <translation>
            <numerusform>بلا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Mark the selection</source>
        <translation>وسم المحدَّد</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Source card</source>
        <translation>بطاقة المصدر</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Do not write the identity of a confidential source here.</source>
        <translation>لا تكتب هنا هوية مصدر سرّي.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>The library&apos;s articles</source>
        <translation>مقالات المكتبة</translation>
    </message>
    <message>
        <source>Recently opened</source>
        <translation>المفتوحة مؤخرًا</translation>
    </message>
    <message numerus="yes">
        <source>Show %n other article(s)</source>
        <translation>
            <numerusform>لا مقالات أخرى</numerusform>
            <numerusform>عرض مقال آخر</numerusform>
            <numerusform>عرض مقالين آخرين</numerusform>
            <numerusform>عرض %n مقالات أخرى</numerusform>
            <numerusform>عرض %n مقالًا آخر</numerusform>
            <numerusform>عرض %n مقال آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <source>Sourcing complete</source>
        <translation>اكتمل الإسناد</translation>
    </message>
    <message>
        <source>Isnad</source>
        <translation>إسناد</translation>
    </message>
    <message>
        <source>Read a saved news article and mark who says what, and on whose word.</source>
        <translation>اقرأ مقالًا إخباريًا محفوظًا، وسِم من يقول ماذا وعمّن ينقل.</translation>
    </message>
    <message>
        <source>How to save a page</source>
        <translation>كيف تُحفظ الصفحة</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Number for ClaimReview</source>
        <translation>رقم ClaimReview</translation>
    </message>
    <message>
        <source>Number for ClaimReview, 5 the best. Leave it out where steps have no order.</source>
        <translation>الرقم في ClaimReview، وأعلاه 5. اتركه حيث لا ترتيب بين النتائج.</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>نقل إلى أعلى (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>نقل إلى أسفل (Alt+Down)</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Verdict in Arabic</source>
        <translation>النتيجة بالعربية</translation>
    </message>
    <message>
        <source>Verdict in English</source>
        <translation>النتيجة بالإنجليزية</translation>
    </message>
    <message>
        <source>New verdict in Arabic</source>
        <translation>نتيجة جديدة بالعربية</translation>
    </message>
    <message>
        <source>New verdict in English</source>
        <translation>نتيجة جديدة بالإنجليزية</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>More: {step}</source>
        <translation>المزيد: {step}</translation>
    </message>
</context>
<context>
    <name>SummaryPreview</name>
    <message numerus="yes">
        <source>… and %n more in the file</source>
        <translation>
            <numerusform>… ولا شيء غيرها</numerusform>
            <numerusform>… وواحد غيرها في الملف</numerusform>
            <numerusform>… واثنان غيرها في الملف</numerusform>
            <numerusform>… و%n غيرها في الملف</numerusform>
            <numerusform>… و%n غيرها في الملف</numerusform>
            <numerusform>… و%n غيرها في الملف</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتحة</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>ورقية</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>الأدوات</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Without a title</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>The list is off</source>
        <translation>القائمة موقوفة</translation>
    </message>
</context>
<context>
    <name>Turnover</name>
    <message>
        <source>Where is the copy to be kept?</source>
        <translation>أين تُحفظ النسخة؟</translation>
    </message>
    <message>
        <source>The changes to this article are not saved.</source>
        <translation>لم تُحفظ التغييرات في هذا المقال.</translation>
    </message>
    <message>
        <source>The changes to the codes and scales are not saved.</source>
        <translation>لم تُحفظ التغييرات في الرموز والمقاييس.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>لم يُحفظ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>حفظ نسخة في مكان آخر…</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>مغادرة دون حفظ</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>البقاء هنا</translation>
    </message>
</context>
<context>
    <name>TypeControls</name>
    <message>
        <source>Size</source>
        <translation>حجم الخط</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>تباعد الأسطر</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>عرض العمود</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>نوع الخط</translation>
    </message>
    <message>
        <source>Back to the usual type</source>
        <translation>العودة إلى الخط المعتاد</translation>
    </message>
    <message>
        <source>Naskh ({family})</source>
        <translation>نسخي ({family})</translation>
    </message>
    <message>
        <source>Sans ({family})</source>
        <translation>حديث ({family})</translation>
    </message>
</context>
<context>
    <name>TypePopover</name>
    <message>
        <source>Type</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
</context>
<context>
    <name>Typesetting</name>
    <message>
        <source>Zoom of this article</source>
        <translation>تكبير هذا المقال</translation>
    </message>
</context>
<context>
    <name>VerdictEditor</name>
    <message>
        <source>Scale</source>
        <translation>المقياس</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>نتيجة التحقق</translation>
    </message>
    <message>
        <source>Choose a verdict</source>
        <translation>اختيار النتيجة</translation>
    </message>
    <message>
        <source>Edit the scales…</source>
        <translation>تعديل المقاييس…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Reason of the correction</source>
        <translation>سبب التصحيح</translation>
    </message>
    <message>
        <source>Reason of the verdict</source>
        <translation>سبب نتيجة التحقق</translation>
    </message>
    <message>
        <source>Correct the verdict</source>
        <translation>تصحيح النتيجة</translation>
    </message>
    <message>
        <source>Give verdict</source>
        <translation>تسجيل النتيجة</translation>
    </message>
    <message>
        <source>No verdict yet.</source>
        <translation>لا نتيجة بعد.</translation>
    </message>
    <message>
        <source>Before: {verdict}</source>
        <translation>قبلها: {verdict}</translation>
    </message>
</context>
<context>
    <name>VersionOfDialog</name>
    <message>
        <source>Another version of…</source>
        <translation>نسخة أخرى من…</translation>
    </message>
    <message>
        <source>Of which article is “{title}” another version? Its pages and marks go there; nothing is lost, and it can be undone.</source>
        <translation>من أي مقال هذه النسخة: «{title}»؟ تنتقل إليه صفحاتها ووسومها. لا يضيع شيء، ويمكن التراجع.</translation>
    </message>
    <message>
        <source>Title or site</source>
        <translation>العنوان أو الموقع</translation>
    </message>
    <message>
        <source>Articles of the library</source>
        <translation>مقالات المكتبة</translation>
    </message>
    <message>
        <source>No other article is called like this.</source>
        <translation>لا مقال آخر بهذا الاسم.</translation>
    </message>
    <message>
        <source>Make it a version of this one</source>
        <translation>ضمّها إلى هذا المقال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>بلا عنوان</translation>
    </message>
</context>
<context>
    <name>WhereaboutsView</name>
    <message>
        <source>History</source>
        <translation>سجل القرارات</translation>
    </message>
    <message>
        <source>Marked on the version of {time}: “{words}”</source>
        <translation>وُسم في نسخة {time}: «{words}»</translation>
    </message>
    <message>
        <source>Somebody said on {time} that it is not in this version.</source>
        <translation>استُبعد من هذه النسخة في {time}.</translation>
    </message>
    <message>
        <source>Placed here by hand on {time}.</source>
        <translation>وُضع هنا يدويًا في {time}.</translation>
    </message>
    <message>
        <source>Found here; accepted by hand on {time}.</source>
        <translation>وُجد هنا، وقُبل موضعه في {time}.</translation>
    </message>
    <message>
        <source>Looked for on {time}.</source>
        <translation>بُحث عنه في {time}.</translation>
    </message>
</context>
<context>
    <name>_Bar</name>
    <message>
        <source>Details</source>
        <translation>تفاصيل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>_Part</name>
    <message>
        <source>Take the selected words</source>
        <translation>أخذ الكلمات المحددة</translation>
    </message>
</context>
</TS>
