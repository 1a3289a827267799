const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How far back a cluster is read, in UTF-16 code units: at least this, at most twice this. */
const maxReach = 256;

/** Characters that never join their neighbours, except a combining mark that follows. */
const plain =
  /^[\x20-\x7e\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0482\u048a-\u0587\u05d0-\u05ea\u0620-\u064a\u0e01-\u0e30\u0e32\u0e3f-\u0e46\u1e00-\u1fff\u2010-\u2027\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3]$/;
const breaking =
  /^[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]$/u;
const unsure = /^[\p{Cf}\p{Cn}]$/u;
const extending = /^[\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d]$/u;
const mark = /^\p{M}$/u;
const pictograph = /^\p{Extended_Pictographic}$/u;
const regional = /^\p{Regional_Indicator}$/u;
const letter = /^(?![\u0e33\u0eb3\uff9e\uff9f])\p{L}$/u;

const before = (text: string, position: number): string => {
  const pair = text.slice(Math.max(0, position - 2), position);
  return pair.length === 2 && (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1);
};

const after = (text: string, position: number): string =>
  String.fromCodePoint(text.codePointAt(position) ?? 0);

/**
 * Whether a cluster ends between two characters, where these alone decide; null where more must be
 * read.
 */
function decide(one: string, other: string): boolean | null {
  if (breaking.test(one) || breaking.test(other)) return !(one === '\r' && other === '\n');
  if (extending.test(other)) return unsure.test(one) && one !== '\u200d' ? null : false;
  if (plain.test(one))
    return plain.test(other) || pictograph.test(other) || regional.test(other) || null;
  if (mark.test(one) && plain.test(other)) return true;
  if (pictograph.test(one) && (pictograph.test(other) || plain.test(other))) return true;
  return null;
}

/**
 * Where reading back from a position stops, so that a text of one endless cluster costs no more
 * than another. A multiple of an even number of surrogate pairs, so that flags are counted alike
 * from each stop.
 */
const stopFor = (position: number): number =>
  Math.max(0, (Math.floor(position / maxReach) - 1) * maxReach);

/** Flags are pairs of regional indicators: a cluster ends after an even number of them. */
function endsFlag(text: string, position: number): boolean {
  const stop = stopFor(position);
  let count = 0;
  while (position - 2 * count > stop && regional.test(before(text, position - 2 * count))) count++;
  return count % 2 === 0;
}

/**
 * Whether a UTF-16 position is a boundary of grapheme clusters (user-perceived characters). The
 * ends of the text are; positions outside it are not. Reads at most 512 code units, so it is quick
 * anywhere in a long text. A cluster of more than 256 code units, which no script has, may be cut.
 */
export function isGraphemeBoundary(text: string, position: number): boolean {
  if (!Number.isInteger(position) || position < 0 || position > text.length) return false;
  if (position === 0 || position === text.length) return true;
  const other = after(text, position);
  if (before(text, position + 1).length === 2) return false;
  const decided = decide(before(text, position), other);
  if (decided !== null) return decided;
  if (regional.test(other) && regional.test(before(text, position)))
    return endsFlag(text, position);
  const stop = stopFor(position);
  let from = position;
  while (from > stop) {
    const one = before(text, from - before(text, from).length);
    const next = before(text, from);
    from -= next.length;
    if (from === 0 || decide(one, next) === true || (one === ' ' && letter.test(next))) break;
  }
  const window = text.slice(from, position + other.length);
  return segmenter.segment(window).containing(position - from)?.index === position - from;
}
