"""`dateline bulletin`: write, edit, sign, issue, correct and withdraw editions."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from dateline.cli.bulletin_words import (
    ByOption,
    DraftOption,
    FromOption,
    NumberArgument,
    UntilOption,
    WhyOption,
    edition_doors,
    say_checked,
    say_issued,
    told,
)
from dateline.cli.options import HERE, DeskArgument, DeskOption, NowOption

if TYPE_CHECKING:
    from typer._click.core import Context

WRITE = "write"


class BulletinGroup(TyperGroup):
    """A group in which `dateline bulletin DESK` is short for `dateline bulletin write DESK`."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Put `write` in front where no command of the group stands there."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [WRITE, *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=BulletinGroup,
    help="Write, check and issue an edition; or draft, edit, sign and issue one; correct and withdraw.\n\n"
    "dateline bulletin DESK writes and issues at once.",
)


@app.command(WRITE)
def write(
    desk: DeskArgument = HERE, begin: FromOption = None, until: UntilOption = None, now: NowOption = None
) -> None:
    """Write the edition of a period from accepted claims, check each sentence, and issue it.

    The folder DESK/editions/NNN holds it as page, PDF, Word file, Markdown, mail text and JSON, with
    the references and the captures that it cites; DESK/editions/latest points to it, and feed.xml and
    feed.json beside it list all editions. A sentence that its sources do not bear out is left out
    and listed as an Issue.
    """
    from dateline.pipeline.editions.drafting import last_period
    from dateline.pipeline.editions.publishing import issue_edition

    with edition_doors(desk, now) as doors:
        edition, folder = issue_edition(doors, last_period(doors, begin, until))
    say_issued(edition, folder)


@app.command()
def draft(
    desk: DeskArgument = HERE,
    begin: FromOption = None,
    until: UntilOption = None,
    by: ByOption = None,
    now: NowOption = None,
) -> None:
    """Write a draft of a period, to be edited before it is issued.

    Example: dateline bulletin draft DESK --until 2020-03-21
    """
    from dateline.pipeline.editions.drafting import begin_draft, last_period, open_drafts

    with edition_doors(desk, now) as doors:
        revision = begin_draft(doors, last_period(doors, begin, until), by=by or getpass.getuser())
        several = len(open_drafts(doors)) > 1
    named = f"{desk} --draft {revision.draft}" if several else f"{desk}"
    print(f"draft {revision.draft}: {told(revision.edition)}, each checked")
    if not revision.edition.sections:
        print("nothing is told of these days: it cannot be issued as it is; see under Gaps what was left out")
    print(f"edit it:  dateline bulletin edit {named}")
    print(f"issue it: dateline bulletin issue {named}")


@app.command()
def drafts(desk: DeskArgument = HERE) -> None:
    """List the open drafts."""
    from dateline.pipeline.editions.drafting import open_drafts

    with edition_doors(desk, None, read=False) as doors:
        for revision in open_drafts(doors):
            period = revision.edition.period
            done = f"{revision.action.value} by {revision.by} at {revision.at.isoformat(timespec='minutes')}"
            print(f"{revision.draft}  {period.begin} to {period.until}  {told(revision.edition)}; {done}")


@app.command()
def edit(
    desk: DeskArgument = HERE,
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="Take the edited text from FILE, - for standard input."),
    ] = None,
    to_file: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="Write the draft's text to FILE and stop.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back the last edit.")] = False,
    drop: Annotated[bool, typer.Option("--drop", help="Close the draft without issuing it.")] = False,
    draft: DraftOption = None,
    by: ByOption = None,
    why: WhyOption = "",
    now: NowOption = None,
) -> None:
    """Open a draft in $EDITOR as Markdown, and check each sentence again when it is saved.

    Drop, move or rewrite sentences; the marks behind them ([^3]) are what they cite. JUDGEMENT (Name): adds
    a signed judgement in ICD 203 words, REFUSE [^3]: reason keeps a claim out of print for good. What is
    not borne out is kept, told, and blocks the issue; exit status 1.

    Examples: dateline bulletin edit DESK; dateline bulletin edit DESK --to d.md, then --from d.md
    """
    from dateline.cli.editor import edit_in_editor, read_text
    from dateline.pipeline.editions.checking import check_draft
    from dateline.pipeline.editions.drafting import drop_draft, find_draft, undo_last
    from dateline.pipeline.editions.editing import draft_text, edit_draft

    person = by or getpass.getuser()
    with edition_doors(desk, now, read=False) as doors:
        revision = find_draft(doors, draft)
        if drop:
            drop_draft(doors, revision, by=person, why=why)
            print(f"{revision.draft} is closed; it stays in the ledger")
            return
        if undo:
            checked = check_draft(doors, undo_last(doors, revision, by=person, why=why))
        elif to_file is not None:
            to_file.write_text(draft_text(doors, check_draft(doors, revision)), encoding="utf-8")
            print(f"{to_file} is written; take it back with: dateline bulletin edit {desk} --from {to_file}")
            return
        elif source is not None:
            checked = edit_draft(doors, revision, read_text(source), by=person, why=why)
        else:
            text = edit_in_editor(draft_text(doors, check_draft(doors, revision)), desk / "editions")
            checked = edit_draft(doors, revision, text, by=person, why=why)
    say_checked(checked)


@app.command()
def sign(
    desk: DeskArgument = HERE,
    draft: DraftOption = None,
    by: ByOption = None,
    why: WhyOption = "",
    now: NowOption = None,
) -> None:
    """Sign a draft as a second person; the signature is void once a word is changed."""
    from dateline.pipeline.editions.drafting import find_draft
    from dateline.pipeline.editions.publishing import sign_draft

    with edition_doors(desk, now, read=False) as doors:
        signed = sign_draft(doors, find_draft(doors, draft), by=by or getpass.getuser(), why=why)
    print(f"signed by {signed.by}")


@app.command()
def issue(
    desk: DeskArgument = HERE, draft: DraftOption = None, by: ByOption = None, now: NowOption = None
) -> None:
    """Prove a draft from the archived bytes and issue it: numbered, frozen, in all forms and feeds.

    Nothing is issued while a sentence is not borne out, a signature is missing that the desk asks for, or
    the TLP marking is above the desk's ceiling.
    """
    from dateline.pipeline.editions.drafting import find_draft
    from dateline.pipeline.editions.publishing import issue_draft

    with edition_doors(desk, now) as doors:
        edition, folder = issue_draft(doors, find_draft(doors, draft), by=by or getpass.getuser())
    say_issued(edition, folder)


@app.command()
def correct(
    number: NumberArgument,
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="Its path, or some of its words.")],
    desk: DeskOption = HERE,
    text: Annotated[
        str, typer.Option("--reads", help="What it should have said; left out, the sentence is taken back.")
    ] = "",
    why: WhyOption = "",
    by: ByOption = None,
    now: NowOption = None,
) -> None:
    """Correct a sentence of an issued edition.

    The old page, its other forms and the feeds are marked, what was issued first stays beside them under
    as-issued/, and the next edition prints the correction. The new words are checked against what the
    sentence cites, or against claims named behind them, [^c-0123abcd].

    Example: dateline bulletin correct 1 "killing three people" --reads "… killing two people …" --why "…"
    """
    from dateline.pipeline.editions.correcting import correct_edition
    from dateline.write.forms.notices import notice_text

    with edition_doors(desk, now, read=False) as doors:
        person = by or getpass.getuser()
        edition = correct_edition(doors, number, sentence, now_reads=text, by=person, why=why)
    print(f"No. {number}: {notice_text(edition, edition.notices[-1])}")


@app.command()
def withdraw(
    number: NumberArgument,
    desk: DeskOption = HERE,
    why: WhyOption = "",
    by: ByOption = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the last correction or the withdrawal.")
    ] = False,
    now: NowOption = None,
) -> None:
    """Withdraw an issued edition: it stays readable and says why; the feeds and the next edition say so."""
    from dateline.pipeline.editions.correcting import undo_notice, withdraw_edition

    with edition_doors(desk, now, read=False) as doors:
        change = undo_notice if undo else withdraw_edition
        edition = change(doors, number, by=by or getpass.getuser(), why=why)
    print(f"No. {number} is {edition.status.value}")


@app.command()
def style(
    desk: DeskArgument = HERE,
    copy: Annotated[
        str, typer.Option("--copy", metavar="STYLE", help="spotlight or gazette.", show_default=True)
    ] = "spotlight",
) -> None:
    """Copy a house style into DESK/style, to be changed there.

    The next editions are printed with what lies there: spotlight.html, spotlight.css and evidence.html
    for the page, spotlight.typ for paper, and house.css, which is laid over spotlight.css. A file that is
    deleted is ours again.
    """
    from dateline.desk import load_desk
    from dateline.write.styles import copy_style

    print(f"change it: {copy_style(load_desk(desk).folder, copy)}")
