"""The codebook: codes and scales, as their users have them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.gui.kit.message_bar import Level, Notice, Offer
from reader.gui.window.commander import Command, Commander, Frame
from reader.model.library import SaveState

if TYPE_CHECKING:
    from reader.gui.dialogs.codebook_dialog import CodebookDialog


class Codes(Commander):
    """Lets a person edit the codebook, and says where it could not be saved."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        frame.desk.codebook_state_changed.connect(self._on_state)

    def commands(self) -> Mapping[str, Command]:
        return {"codebook": self.edit}

    def edit(self) -> CodebookDialog:
        """Open the codebook's window."""
        from reader.gui.dialogs.codebook_dialog import CodebookDialog  # nobody asks at the start

        frame = self.frame
        frame.desk.settle()
        appearance = frame.services.appearance
        dialog = CodebookDialog(frame.desk, frame.services.runtime, appearance.theme, frame.window)
        appearance.theme_changed.connect(dialog.set_theme)
        self.show_dialog(dialog)
        return dialog

    def _on_state(self) -> None:
        session, notices = self.frame.desk.library.codes, self.frame.notices
        error = session.error
        if session.save_state is not SaveState.FAILED or error is None:
            notices.withdraw("codebook")
            return
        offer = Offer(lambda: self.tr("Save again"), session.save)
        if session.can_read_again:
            offer = Offer(lambda: self.tr("Take what is on the disk"), session.read_again)
        notices.put(
            Notice(
                "codebook",
                Level.ERROR,
                lambda: self.frame.desk.words(error.message),
                (offer,),
                closable=False,
            )
        )
