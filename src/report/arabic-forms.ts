interface Forms {
  readonly alone: number;
  readonly last: number;
  /** Missing for letters that never join to the next one (ا د ر و). */
  readonly first: number | null;
  readonly middle: number | null;
}

/** Letters' contextual shapes, from Unicode's Arabic Presentation Forms-B: each letter's stand in this order. */
function readForms(): ReadonlyMap<string, Forms> {
  const shapes = new Map<string, number[]>();
  for (let code = 0xfe80; code <= 0xfef4; code++) {
    const letter = String.fromCharCode(code).normalize('NFKC');
    shapes.set(letter, [...(shapes.get(letter) ?? []), code]);
  }
  return new Map(
    [...shapes].map(([letter, [alone = 0, last = alone, first, middle]]) => [
      letter,
      { alone, last, first: first ?? null, middle: middle ?? null },
    ]),
  );
}

const FORMS = readForms();
const TRANSPARENT = /\p{Mn}/u;

/**
 * Code points of a text as it is drawn: Arabic letters by the shape that their neighbours give them, marks above and below
 * left out, since they take no room.
 */
export function shapedCodePoints(text: string): readonly number[] {
  const letters = [...text].filter((letter) => !TRANSPARENT.test(letter));
  return letters.map((letter, i) => {
    const forms = FORMS.get(letter);
    if (forms === undefined) return letter.codePointAt(0) ?? 0;
    const before = FORMS.get(letters[i - 1] ?? '');
    const joinsBefore = before !== undefined && before.first !== null && forms.last !== forms.alone;
    const joinsAfter = forms.first !== null && FORMS.get(letters[i + 1] ?? '') !== undefined && letters[i + 1] !== 'ء';
    if (joinsBefore) return joinsAfter ? (forms.middle ?? forms.last) : forms.last;
    return joinsAfter ? (forms.first ?? forms.alone) : forms.alone;
  });
}
