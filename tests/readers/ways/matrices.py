"""The matrices that the files are written from: for pupils, for adults, and others beside them."""

UTE = {
    "title": "Ute og underveis",
    "audience": "elev",
    "values": ["Respekt", "Ansvar", "Omsorg"],
    "arenas": ["I skolegården", "På skoleveien"],
    "cells": {
        "I skolegården": {
            "Respekt": ["Jeg venter på tur", "Jeg følger reglene i leken"],
            "Ansvar": ["Jeg rydder lekene på plass"],
            "Omsorg": ["Jeg inviterer andre med"],
        },
        "På skoleveien": {
            "Respekt": ["Jeg går forbi andre"],
            "Ansvar": ["Jeg ser meg for", "Jeg bruker hjelm"],
            "Omsorg": ["Jeg hjelper de yngste"],
        },
    },
}
VOKSNE = UTE | {
    "audience": "voksen",
    "cells": {
        "I skolegården": {
            "Respekt": ["Jeg hilser på alle"],
            "Ansvar": ["Jeg er ute i tide", "Jeg bruker vest"],
            "Omsorg": ["Jeg ser den som er alene"],
        },
        "På skoleveien": {
            "Respekt": ["Jeg kjører sakte"],
            "Ansvar": ["Jeg går foran"],
            "Omsorg": ["Jeg spør hvordan det går"],
        },
    },
}
INNE = {
    "title": "Inne",
    "audience": "elev",
    "values": ["Respekt", "Ansvar", "Omsorg"],
    "arenas": ["I gangen", "På toalettet"],
    "cells": {
        "I gangen": {
            "Respekt": ["Jeg går stille"],
            "Ansvar": ["Jeg går rolig"],
            "Omsorg": ["Jeg holder døra"],
        },
        "På toalettet": {
            "Respekt": ["Jeg banker på"],
            "Ansvar": ["Jeg vasker hendene"],
            "Omsorg": ["Jeg sier fra"],
        },
    },
}


def cell(matrix, arena, value, *lines):
    """Return the matrix with other lines in one cell."""
    cells = {name: dict(row) for name, row in matrix["cells"].items()}
    cells[arena][value] = list(lines)
    return matrix | {"cells": cells}


def renamed(matrix, names):
    """Return the matrix with other names for its values and arenas."""

    def new(name):
        return names.get(name, name)

    return matrix | {
        "values": [new(value) for value in matrix["values"]],
        "arenas": [new(arena) for arena in matrix["arenas"]],
        "cells": {
            new(arena): {new(value): lines for value, lines in row.items()}
            for arena, row in matrix["cells"].items()
        },
    }


def rows_of(matrix, corner="", by_columns=True, joined="\n", bullet=""):
    """Return the matrix as rows of text."""

    def text(arena, value):
        return joined.join(bullet + line for line in matrix["cells"][arena][value])

    values, arenas = matrix["values"], matrix["arenas"]
    if by_columns:
        body = [[arena, *(text(arena, value) for value in values)] for arena in arenas]
        return [[corner, *values], *body]
    body = [[value, *(text(arena, value) for arena in arenas)] for value in values]
    return [[corner, *arenas], *body]


def entries_of(matrix):
    """Yield arena, value and line of every expectation."""
    for arena in matrix["arenas"]:
        for value in matrix["values"]:
            for line in matrix["cells"][arena][value]:
                yield arena, value, line
