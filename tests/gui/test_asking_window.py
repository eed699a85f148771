"""The keys that ask about a mark: what they say where there is none to ask about."""

from __future__ import annotations

import pytest

from reader.model.errors import Message
from tests.support.windows import Person


@pytest.mark.parametrize("key", ["9", "0"])
def test_with_no_source_or_claim_selected_it_is_said_what_is_missing(person: Person, key) -> None:
    person.open()
    told: list[Message] = []
    person.window.desk.told.connect(told.append)
    person.window.view.setFocus()
    person.press(key)
    assert [message.code for message in told] == ["nothing_to_ask_about"]
