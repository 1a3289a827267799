const lines = (prose: string) => new Set(prose.split(/\s+/));

const everywhere = lines('cf. e.g. i.e. vs. v. fig. no. nos. p. pp. vol. ed. eds. dr. prof. st.');

/** Abbreviations, in lower case, after which a sentence goes on whatever follows. */
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

/** Abbreviations that may end a sentence too: the word that follows decides. */
const either = lines(
  'u.s. u.k. u.n. e.u. u.s.a. d.c. a.m. p.m. b.c. a.d. ph.d. m.d. b.a. m.a. inc. ltd. co. corp. bros. llc. plc. jr. sr. etc. al. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun. dept. univ. assn. usw. u.s.w. uvm. calif. conn. fla. ga. ill. mass. mich. minn. miss. okla. ore. pa. tenn. tex. va. vt. wash. wis.',
);

/** Where nobody could tell the language, English is tried. */
const rulesOf = (language: string): string =>
  language === '' || language === 'und' ? 'en' : language.slice(0, 2);

/** What an abbreviation says of the sentence it stands in; null for other words. With its stop, in any case. */
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

/** Whether a word (in any case) is one that often opens a sentence of this language. */
export function opensSentence(word: string, language: string): boolean {
  return openers[rulesOf(language)]?.has(word.toLowerCase()) ?? false;
}
