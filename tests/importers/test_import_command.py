"""The command: what it writes, what it leaves alone, how it says what is wrong."""

# ruff: noqa: E501  (texts of clippings stand in lines of their own)
from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.content.loader import load_archive
from site_builder.diagnostics import Severity
from site_builder.importers.command import import_command
from tests.importers.clippings import ENGLISH, SPEAKERS


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with settings and nothing else."""
    (tmp_path / "archive" / "content").mkdir(parents=True)
    (tmp_path / "archive" / "content" / "site.yaml").write_text("title: Test\n")
    return tmp_path / "archive"


@pytest.fixture
def clipping(tmp_path: Path) -> Path:
    path = tmp_path / "trawlers.txt"
    path.write_text(ENGLISH)
    return path


def run(root: Path, *arguments: str | Path, data: bytes | None = None) -> Result:
    options = [*map(str, arguments), "--root", str(root)]
    return CliRunner().invoke(import_command, options, input=data, catch_exceptions=False)


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_clipping_becomes_an_article_that_loads_without_a_fault(root: Path, clipping: Path) -> None:
    """With its register entries accepted, the archive has no error."""
    result = run(root, clipping, "--accept")

    loaded = load_archive(root)
    assert result.exit_code == 0
    assert [one.id for one in loaded.archive.articles] == [
        "2019-03-05-freedonia-protests-over-trawlers-in-baltic"
    ]
    assert [one for one in loaded.diagnostics if one.severity is Severity.ERROR] == []
    assert loaded.archive.registers.people["jonas-petraitis"].country == "LT"


def test_original_is_kept_byte_for_byte(root: Path, clipping: Path) -> None:
    """Provenance names the untouched file, which is named by its digest."""
    run(root, clipping)

    (original,) = (root / "content" / "originals").iterdir()
    (article,) = load_archive(root).archive.articles
    assert original.read_bytes() == clipping.read_bytes()
    assert article.provenance is not None
    assert article.provenance.file == f"content/originals/{original.name}"


def test_importing_twice_changes_nothing(root: Path, clipping: Path) -> None:
    """The second run finds the article by the digest of its original."""
    run(root, clipping, "--accept")
    before = tree(root)

    result = run(root, clipping, "--accept")

    assert result.exit_code == 0
    assert "1 unchanged." in result.output
    assert tree(root) == before


def test_edited_article_is_kept_and_the_difference_shown(root: Path, clipping: Path) -> None:
    """What a person changed is never overwritten."""
    run(root, clipping)
    (path,) = (root / "content" / "articles").rglob("*.md")
    edited = path.read_text().replace("kind: wire-report", "kind: briefing")
    path.write_text(edited)

    result = run(root, clipping)

    assert path.read_text() == edited
    assert "kept your version of" in result.output
    assert "-kind: briefing" in result.output
    assert "+kind: wire-report" in result.output


def test_renamed_article_is_still_known(root: Path, clipping: Path) -> None:
    """A curator may give the file a better name; the import finds it there."""
    run(root, clipping)
    (path,) = (root / "content" / "articles").rglob("*.md")
    path.rename(path.with_name("trawlers.md"))

    result = run(root, clipping)

    assert "unchanged content/articles/2019/trawlers.md" in result.output


def test_dry_run_shows_the_file_and_writes_nothing(root: Path, clipping: Path) -> None:
    """The preview is a diff of what would be new."""
    before = tree(root)

    result = run(root, clipping, "--dry-run")

    assert "+title: Freedonia Protests Over Trawlers In Baltic" in result.output
    assert "1 would be written." in result.output
    assert tree(root) == before


def test_json_prints_one_object_and_writes_nothing(root: Path, clipping: Path) -> None:
    """All the fields are there, each by its documented name."""
    before = tree(root)

    record = json.loads(run(root, clipping, "--json").stdout)

    assert set(record) >= {
        "title",
        "published",
        "date",
        "date_basis",
        "dates_observed",
        "place",
        "carrier",
        "via",
        "speakers",
        "principals",
        "event",
        "countries",
        "tags",
        "language",
        "carrier_categories",
        "quotes",
        "formulations",
        "paragraphs",
        "removed",
        "warnings",
    }
    assert set(record["speakers"][0]) == {"name", "role", "person"}
    assert set(record["paragraphs"][0]) == {"text", "voice"}
    assert set(record["removed"][0]) == {"line", "text", "rule"}
    assert tree(root) == before


def test_standard_input_is_a_clipping(root: Path) -> None:
    """'-' reads what is piped in."""
    record = json.loads(run(root, "-", "--json", data=ENGLISH.encode()).stdout)

    assert record["place"] == "VILNIUS"


def test_proposals_are_yaml_to_paste(root: Path, clipping: Path) -> None:
    """--propose prints what the registers lack and writes nothing."""
    before = tree(root)

    result = run(root, clipping, "--propose")

    assert (
        "# content/registers/people.yaml\njonas-petraitis:\n  name: Jonas Petraitis\n"
        in result.output
    )
    assert tree(root) == before


def test_accepting_keeps_what_stands_in_the_register(root: Path, clipping: Path) -> None:
    """Entries are added at the end; comments and order stay."""
    registers = root / "content" / "registers"
    registers.mkdir()
    people = registers / "people.yaml"
    people.write_text("# Ours\nzoe-adams:\n  name: Zoe Adams  # a comment\n")

    run(root, clipping, "--accept")

    assert people.read_text().startswith("# Ours\nzoe-adams:\n  name: Zoe Adams  # a comment\n")
    assert "jonas-petraitis:" in people.read_text()


@pytest.mark.parametrize("spelling", ["Jonas Petraitis", "Petraitis, Jonas", "Jonas Petráitis"])
def test_known_and_near_spellings_resolve_to_the_one_entry(
    root: Path, clipping: Path, spelling: str
) -> None:
    """A register's spelling need not be the clipping's."""
    registers = root / "content" / "registers"
    registers.mkdir()
    (registers / "people.yaml").write_text(f"jp:\n  name: {spelling}\n")

    record = json.loads(run(root, clipping, "--json").stdout)

    assert record["speakers"][0]["person"] == "jp"


def test_another_script_resolves_to_the_one_entry(root: Path, tmp_path: Path) -> None:
    """Names in other languages stand in the register."""
    registers = root / "content" / "registers"
    registers.mkdir()
    (registers / "people.yaml").write_text("ww:\n  name: Wang Wenbin\n  names: {zh: 汪文斌}\n")
    path = tmp_path / "zh.txt"
    path.write_text(SPEAKERS["zh"][0])

    record = json.loads(run(root, path, "--json").stdout)

    assert record["speakers"][0]["person"] == "ww"


def test_text_held_already_is_not_written_again(root: Path, clipping: Path, tmp_path: Path) -> None:
    """The same words in another file are told with the measure."""
    run(root, clipping)
    again = tmp_path / "again.txt"
    again.write_text(ENGLISH + "\n\n")

    result = run(root, again)

    assert "the same text as 2019-03-05-freedonia" in result.output
    assert "1 already held." in result.output
    assert len(list((root / "content" / "articles").rglob("*.md"))) == 1


def test_another_carriage_is_offered_the_shared_statement(
    root: Path, clipping: Path, tmp_path: Path
) -> None:
    """Most of the wording shared, from another outlet: the id to share is named."""
    run(root, clipping)
    other = tmp_path / "other.txt"
    other.write_text(
        ENGLISH.replace("example.news|Sources: BNS", "other.news|Sources: BNS").replace(
            "The rules are the same for everybody who fishes in these waters",
            "Nobody is above the rules that all of us have agreed on in Gothenburg",
        )
    )

    result = run(root, other)

    assert "perhaps another carriage of 2019-03-05-freedonia" in result.output
    assert "write 'statement: 2019-03-05-freedonia" in result.output


def test_undated_clipping_is_an_error_until_the_day_is_given(root: Path, tmp_path: Path) -> None:
    """The day is never guessed; --date gives it."""
    path = tmp_path / "undated.txt"
    path.write_text(SPEAKERS["de"][0])

    refused = run(root, path)
    accepted = run(root, path, "--date", "2020-03-03")

    assert refused.exit_code == 1
    assert (
        f"{path}: error: no date is printed in the text; say which day with --date"
        in refused.output
    )
    assert accepted.exit_code == 0
    assert load_archive(root).archive.articles[0].date_basis == "given by the curator"


BAD = {
    "binary.txt": (bytes(range(256)) * 50, "binary.txt:1: error: this is a binary file, not text"),
    "empty.txt": (b"", "empty.txt:1: error: the file is empty"),
    "huge.txt": (b"word " * 10_000_000, "huge.txt:1: error: the file is too large for a clipping"),
    "broken.jsonl": (
        b'{"date": "2020-03-05", "text": "x"\n',
        "broken.jsonl:1: error: the line is not JSON",
    ),
    "array.jsonl": (b"[1, 2]\n", "array.jsonl:1: error: the line holds no JSON object"),
    "bytes.jsonl": (b'{"text": "\xff"}\n', "bytes.jsonl:1: error: the line is not UTF-8"),
    "columns.csv": (b"name,day\na,b\n", "columns.csv:1: error: no column gives the text"),
    "formula.csv": (
        b"title,date,text\n=HYPERLINK(1),2020-03-05,words\n",
        "formula.csv:2: error: the title is a spreadsheet formula",
    ),
    "short.csv": (b"title,date,text\nonly one\n", "short.csv:2: error: the row has 1 cells"),
    "day.csv": (
        b"title,date,text\nA,05/03/2020,words\n",
        'day.csv:2: error: "05/03/2020" is not a date',
    ),
    "cut.jsonl.gz": (gzip.compress(b'{"date": "2020", "text": "a"}\n' * 900)[:60], "cut.jsonl.gz"),
    "fake.txt.gz": (b"not gzip at all", "fake.txt.gz: error: the file cannot be read"),
    "page.html": (b"<html><body><script>alert(1)</script></body></html>", "no main text was found"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_is_named_and_the_rest_goes_on(
    root: Path, clipping: Path, tmp_path: Path, name: str
) -> None:
    """File and line of what is wrong, the other clipping written, exit status 1, nothing half."""
    data, message = BAD[name]
    bad = tmp_path / name
    bad.write_bytes(data)

    result = run(root, bad, clipping)

    assert result.exit_code == 1
    assert message in result.output
    assert "Traceback" not in result.output
    assert list((root / "content" / "articles").rglob("*trawlers*.md"))
    assert not list(root.rglob(".import-*"))


def test_missing_file_is_an_error(root: Path) -> None:
    """A path that leads nowhere is told, without a traceback."""
    result = run(root, "nowhere.txt")

    assert result.exit_code == 1
    assert "nowhere.txt: error: there is no such file" in result.output


def test_rows_of_a_table_become_articles_by_their_ids(root: Path, tmp_path: Path) -> None:
    """A JSON Lines file, packed or not, gives an article a row and keeps the file once."""
    path = tmp_path / "speeches.jsonl.gz"
    rows = [
        {
            "id": f"speech-{number}",
            "title": f"Speech {number}",
            "date": "2020",
            "text": "One.\n\nTwo.",
            "country": "NO",
        }
        for number in range(3)
    ]
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))

    first = run(root, path)
    before = tree(root)
    second = run(root, path)

    assert first.exit_code == 0
    articles = load_archive(root).archive.articles
    assert [one.id for one in articles] == ["speech-0", "speech-1", "speech-2"]
    assert articles[0].countries == ("NO",)
    assert len(articles[0].body.paragraphs) == 2
    assert len(list((root / "content" / "originals").iterdir())) == 1
    assert "3 unchanged." in second.output
    assert tree(root) == before


def test_columns_are_mapped(root: Path, tmp_path: Path) -> None:
    """--map says which column gives a field; a wrong column is an error with those there are."""
    path = tmp_path / "table.csv"
    with path.open("w", newline="") as file:
        csv.writer(file, delimiter=";").writerows(
            [["Überschrift", "Tag", "Inhalt"], ["Rede", "5 March 2020", "Ein Satz; noch einer."]]
        )

    wrong = run(root, path, "--map", "text=Inhalte")
    right = run(
        root, path, "--map", "title=Überschrift", "--map", "date=Tag", "--map", "text=Inhalt"
    )

    assert (
        'there is no column "Inhalte" for text; there are Überschrift, Tag, Inhalt' in wrong.output
    )
    assert right.exit_code == 0
    (article,) = load_archive(root).archive.articles
    assert (article.title, str(article.date)) == ("Rede", "2020-03-05")


def test_equal_titles_on_one_day_get_names_of_their_own(root: Path, tmp_path: Path) -> None:
    """Two different clippings never share an address."""
    for name, words in (("a.txt", "cod and herring"), ("b.txt", "ice and northern lights")):
        (tmp_path / name).write_text(
            f"A statement on the day\n\nOSLO, March 5, 2020 (NTB) - Norway spoke about {words} at length today.\n"
        )

    run(root, tmp_path / "a.txt", tmp_path / "b.txt")

    ids = [one.id for one in load_archive(root).archive.articles]
    assert len(ids) == 2
    assert ids[0] == "2020-03-05-a-statement-on-the-day"
    assert ids[1].startswith("2020-03-05-a-statement-on-the-day-")


def test_folder_stands_for_the_clippings_in_it(root: Path, clipping: Path) -> None:
    """Files of other kinds are passed over."""
    (clipping.parent / "notes.md").write_text("not a clipping")

    result = run(root, clipping.parent, "--json")

    assert [json.loads(line)["place"] for line in result.stdout.splitlines()] == ["VILNIUS"]


def test_faulty_register_stops_the_import(root: Path, clipping: Path) -> None:
    """Nothing is added to a register that cannot be read."""
    registers = root / "content" / "registers"
    registers.mkdir()
    (registers / "people.yaml").write_text("a b: {name: X}\n")

    result = run(root, clipping, "--accept")

    assert result.exit_code == 1
    assert "content/registers/people.yaml:1" in result.output


def test_saved_page_gives_text_title_and_address(root: Path, tmp_path: Path) -> None:
    """Scripts, navigation and forms are left behind; metadata fill what the text lacks."""
    path = tmp_path / "page.html"
    paragraphs = "".join(
        f"<p>OSLO: Norwegian Foreign Minister Kari Lund said Thursday that the quotas for cod would "
        f"stay as they are for the season, and gave reason number {number} for it.</p>"
        for number in range(4)
    )
    path.write_text(
        "<!doctype html><html><head><title>Quotas stay, says Lund</title>"
        '<meta property="og:title" content="Quotas stay, says Lund">'
        '<meta property="og:site_name" content="Example Herald">'
        '<link rel="canonical" href="https://example.org/quotas">'
        '<meta property="article:published_time" content="2020-03-05T10:00:00Z"></head>'
        "<body><nav>Home News Sport</nav><script>alert('x')</script>"
        f"<article><h1>Quotas stay, says Lund</h1>{paragraphs}</article>"
        "<form>Leave a comment</form></body></html>"
    )

    record = json.loads(run(root, path, "--json").stdout)

    assert record["title"] == "Quotas stay, says Lund"
    assert record["published"] == "2020-03-05"
    assert record["source_url"] == "https://example.org/quotas"
    assert record["place"] == "OSLO"
    assert [one["name"] for one in record["speakers"]] == ["Kari Lund"]
    assert "alert" not in json.dumps(record["paragraphs"])


def test_row_of_a_newer_table_is_known_by_its_id(root: Path, tmp_path: Path) -> None:
    """A table that was mended and imported again makes no second article of a row."""
    path = tmp_path / "speeches.jsonl"
    path.write_text('{"id": "s-1", "title": "Speech", "date": "2020", "text": "One."}\n')
    run(root, path)
    path.write_text('{"id": "s-1", "title": "Speech", "date": "2020", "text": "One. Two."}\n')

    result = run(root, path)

    assert "kept your version of content/articles/2020/s-1.md" in result.output
    assert len(load_archive(root).archive.articles) == 1


def test_control_codes_in_a_table_become_the_letters_they_stand_for(
    root: Path, tmp_path: Path
) -> None:
    """U+009A is 'š' in Windows-1252; nothing that the archive refuses is written."""
    path = tmp_path / "speeches.jsonl"
    row = {
        "id": "s-1",
        "title": "Speech\x07",
        "date": "2020",
        "speaker": "Jana Nov\x9a",
        "text": "One.",
    }
    path.write_text(json.dumps(row) + "\n")

    run(root, path, "--accept")

    loaded = load_archive(root)
    assert [one for one in loaded.diagnostics if one.severity is Severity.ERROR] == []
    assert [one.name for one in loaded.archive.registers.people.values()] == ["Jana Nov\u0161"]


@pytest.mark.parametrize("register", ["# Who speaks\n{}\n", "---\n", "", "# Nobody yet"])
def test_accepted_names_follow_a_register_without_entries(
    root: Path, clipping: Path, register: str
) -> None:
    """However an empty register is written, it can be read with the new entries in it."""
    path = root / "content" / "registers" / "people.yaml"
    path.parent.mkdir()
    path.write_text(register)

    run(root, clipping, "--accept")

    assert load_archive(root).archive.registers.people


def test_a_register_in_braces_is_left_as_it_is(root: Path, clipping: Path) -> None:
    """Entries cannot follow it: an error says so, and nothing is written."""
    path = root / "content" / "registers" / "people.yaml"
    path.parent.mkdir()
    path.write_text("{jane-doe: {name: Jane Doe}}\n")
    before = tree(root)

    result = run(root, clipping, "--accept")

    assert result.exit_code == 1
    assert "content/registers/people.yaml:1: error[register]" in result.stderr
    assert tree(root) == before
