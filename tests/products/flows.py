"""Papers that run on, as text: for golden papers and for questions about their words."""

from collections.abc import Iterator

from pipeline.paper.flow import Count, Figure, Flow, Mark, PageBreak, Run, Sketch, Table, Words


def told(flow: Flow) -> str:
    """The paper as text: what is said, what it means, how large it is, in tables cell by cell."""
    wide, high = flow.page
    lines = [f"{flow.title} ({flow.language}), {flow.subject}, {wide:g} x {high:g}"]
    for name, blocks in (("head", flow.head), ("body", flow.blocks), ("foot", flow.foot)):
        if blocks:
            lines.append(name)
            lines += [line for block in blocks for line in _block(block, 1)]
    return "\n".join(lines) + "\n"


def _block(block, deep: int) -> Iterator[str]:
    lead = "  " * deep
    match block:
        case Words():
            level = f" {block.level}" if block.level else ""
            number = f" {block.number}." if block.number else ""
            yield f"{lead}{block.kind}{level}{number}: {''.join(map(_inline, block.runs))}"
        case Figure():
            yield f'{lead}figure {block.art.digest} {block.width:.1f} mm "{block.alt}"'
        case Sketch():
            yield f'{lead}sketch {block.width:.1f} x {block.height:.1f} "{block.alt}"'
        case PageBreak():
            yield f"{lead}page break"
        case Table():
            name = "laid" if block.laid else "table"
            widths = " ".join(f"{one:.1f}" for one in block.widths)
            yield f"{lead}{name} {widths}, rows of {block.least:.1f} mm"
            for row in block.rows:
                yield f"{lead}  row"
                for cell in row:
                    yield f"{lead}    cell {cell.fill or '-'}"
                    for one in cell.blocks:
                        yield from _block(one, deep + 3)


def _inline(one) -> str:
    match one:
        case Run():
            look = f"{one.letters.size:g}"
            more = f" -> {one.link}" if one.link else ""
            more += f" ({one.language})" if one.language else ""
            return f"{one.text}[{one.letters.weight} {look}{more}]"
        case Mark():
            return f"<mark {one.side:.1f}>"
        case Count():
            return "<pages>" if one.total else "<page>"


def tables(flow: Flow) -> list[Table]:
    """The tables that have heads."""
    return [one for one in flow.blocks if isinstance(one, Table) and not one.laid]


def heads(table: Table) -> list[str]:
    """What its first row says."""
    return [" ".join(words.text for words in cell.blocks) for cell in table.rows[0]]
