import type { Segment } from './segment';
import { piecesOf } from './segment';

const lines = (prose: string) => new Set(prose.split(/\s+/));

const everywhere = lines('cf. e.g. i.e. vs. v. fig. no. nos. p. pp. vol. ed. eds. dr. prof. st.');

/** Abbreviations, in lower case, that never end a sentence. */
const inside: Record<string, Set<string>> = {
  en: lines(
    'mr. mrs. ms. messrs. mx. gen. sen. sens. rep. reps. gov. lt. col. maj. cpl. sgt. capt. cmdr. adm. pvt. rev. fr. hon. pres. supt. insp. det. amb. sec. mt. ft. viz. approx. ave. blvd. rd.',
  ),
  de: lines(
    'hr. fr. frl. bzw. ca. z.b. d.h. u.a. o.ä. u.ä. sog. evtl. ggf. vgl. str. nr. abs. art. bd. hl. ing. dipl. geb. gest. lt. s. v.a. i.d.r. zzgl. inkl. max. min. mio. mrd.',
  ),
  fr: lines('m. mm. mme. mlle. me. mgr. p.ex. env. art. av. bd. cie. chap. ch. éd. etc.'),
  es: lines('sr. sra. srta. sres. d. dña. dra. lic. ing. gral. av. avda. p.ej. núm. art. pág. ud.'),
  it: lines('sig. sig.ra sigg. dott. dott.ssa avv. ing. on. sen. pag. art. ecc. p.es. gen. mons.'),
  pt: lines('sr. sra. srs. dra. exmo. av. eng. núm. pág. art. p.ex. gen. cel. min.'),
  nl: lines('dhr. mevr. mw. bijv. bv. ca. drs. ir. mr. nr. o.a. d.w.z. t.w. enz. blz.'),
};

/** Abbreviations that may also end a sentence: the next word decides. */
const either = lines(
  'u.s. u.k. u.n. e.u. u.s.a. d.c. a.m. p.m. b.c. a.d. ph.d. m.d. b.a. m.a. inc. ltd. co. corp. bros. llc. plc. jr. sr. etc. al. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun. dept. univ. assn. usw. u.s.w. uvm. calif. conn. fla. ga. ill. mass. mich. minn. miss. okla. ore. pa. tenn. tex. va. vt. wash. wis.',
);

/** The rules of a language; English where the language is unknown. */
const rulesOf = (language: string): string =>
  language === '' || language === 'und' ? 'en' : language.slice(0, 2);

/**
 * How an abbreviation (with its stop, in any case) bears on the end of a sentence: `inside` never
 * ends one, `either` may; null for other words.
 */
export function abbreviation(word: string, language: string): 'inside' | 'either' | null {
  const lower = word.toLowerCase();
  if (everywhere.has(lower) || inside[rulesOf(language)]?.has(lower)) return 'inside';
  return either.has(lower) || /^(?:\p{L}\.){2,}$/u.test(word) ? 'either' : null;
}

const openers: Record<string, Set<string>> = {
  en: lines(
    'a after all also although an and another as at because before both but by critics despite during each even every experts few first for from he her here his how however i if in instead is it its last later many meanwhile more most mr mrs ms my neither no nobody none nor not nothing now of officials on once one only or other others our people president she since so some still such that the their then there these they this those though three to today two under until we what when where whether which while who why with without yet yesterday you your',
  ),
};

/** Whether a word, in any case, often opens a sentence in this language. */
export function opensSentence(word: string, language: string): boolean {
  return openers[rulesOf(language)]?.has(word.toLowerCase()) ?? false;
}

/**
 * Length of the window given to the segmenter at once, in UTF-16 code units; longer sentences are
 * read in parts.
 */
const windowLength = 8000;

/** How many characters are read on each side of a possible end. */
const reach = 80;

const hasWord = /^.*[\p{L}\p{N}]/u;
const lowerStart = /^[\s"'“”‘’„«»‹›([{—–-]*\p{Ll}/u;
const firstWord = /[\p{L}\p{N}][\p{L}\p{N}'’]*/u;
const lastWord = /(?:^|[\s"'“”‘’„«»([{/—–-])((?:\p{L}[\p{L}.]*|\d+)\.)\s*$/u;
const initial = /^\p{Lu}\.$/u;
const nameBefore = /(?:^|[\s"'“‘„«([{])(?:\p{Lu}[\p{L}.'’-]*|\p{Lu}\.)\s+\p{Lu}\.\s*$/u;
const exclaimedQuote = /[!?][”"’»]\s*$/;
const speaking =
  'said|says|asked|asks|added|adds|told|tells|wrote|writes|replied|shouted|cried|insisted|warned|claimed|argued|declared';
const attribution = new RegExp(`^(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,4}(?:${speaking})\\b`, 'u');
const ordinal = /^\d{1,2}\.$/;
const ordinalLanguages = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'is',
  'et',
  'lv',
  'cs',
  'sk',
]);
const southSlavic = new Set(['hr', 'sl', 'sr', 'bs', 'hu']);

/**
 * Whether the sentence that `left` ends continues in `right`, although the segmenter found a
 * boundary.
 */
function goesOn(left: string, right: string, language: string): boolean {
  if (!hasWord.test(right) || lowerStart.test(right)) return true;
  if (exclaimedQuote.test(left)) return language.startsWith('en') && attribution.test(right);
  const word = lastWord.exec(left)?.[1];
  if (word === undefined) return false;
  const next = firstWord.exec(right)?.[0] ?? '';
  if (ordinal.test(word)) {
    const base = language.slice(0, 2);
    return ordinalLanguages.has(base) || southSlavic.has(base);
  }
  if (/^no\.$/i.test(word)) return /^\d/.test(next);
  if (initial.test(word))
    return (nameBefore.test(left) || left.trim() === word) && !opensSentence(next, language);
  const known = abbreviation(word, language);
  return known === 'inside' || (known === 'either' && !opensSentence(next, language));
}

/**
 * Makes a function that finds the sentences of a text: those of Intl.Segmenter, joined where an
 * abbreviation, an initial, a continuation in lower case or a closing quote was taken for an end.
 * Ranges are in UTF-16 code units, without white space at their ends; none crosses a line end.
 */
export function sentenceFinder(language: string): (text: string) => Segment[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return (text) => {
    const sentences: Segment[] = [];
    let start = 0;
    const close = (end: number) => {
      const covered = text.slice(start, end);
      const first = covered.search(/\S/);
      if (first >= 0)
        sentences.push({
          start: start + first,
          end: start + covered.trimEnd().length,
        });
      start = end;
    };
    let read = 0;
    while (read < text.length) {
      const window = text.slice(read, read + windowLength);
      const ends = Array.from(segmenter.segment(window), ({ index }) => read + index).slice(1);
      for (const end of ends) {
        const left = text.slice(Math.max(start, end - reach), end);
        if (/[\r\n]$/.test(left) || !goesOn(left, text.slice(end, end + reach), language))
          close(end);
      }
      const last = ends.at(-1);
      if (read + window.length === text.length) break;
      read = last ?? read + (piecesOf(window, windowLength - 1)[0]?.end ?? windowLength);
    }
    close(text.length);
    return sentences;
  };
}
