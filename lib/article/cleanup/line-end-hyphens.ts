import type { Edit } from '@/lib/article/offset-map';
import type { CleanUpStep } from './step';

const words = (prose: string) => new Set(prose.split(' '));

/**
 * First parts of compounds that are hyphenated whatever follows, in most languages that have
 * hyphens.
 */
const compounding = words(
  'all anti co cross eight eighth ex far fifth first five four fourth free full half high ill inter-war left long low mid mini multi neo nine non off old on one out over own post pre pro pseudo quasi right second self semi seven short six so southern sub-saharan ten third three top twenty thirty forty fifty sixty seventy eighty ninety two ultra under-secretary vice well would year',
);

/** Beginnings of English words that are not words themselves and take no hyphen. */
const unfinished = words(
  'ab ac ad af ag ap ar as at con com col cor dis des im ir il inter trans per sur sus sub sup ob oc op ef em en ac hyper micro tele para peri circum intro retro contra un mis',
);

/** Endings of English words that are not words themselves. */
const endings = words(
  'able ables ably al ally als ance ances ancy ant ants ar ary ate ated ately ates ating ation ational ations ative atively ator ators ble bly cal cally ced ces cial cially cian cians cies cing cious cism cist cists cy dence dent dential dents ded ding dom ds ed edly ence ences encies ency ent ential ently ents er ered ering erly ern ers ery es esque ess est ety ful fully fulness ger gers ging ges hood ian ians ible ibly ic ical ically ician icians ics ied ier iers ies ification ified ify ifying ily ing ingly ings ion ional ions ious iously ise ised iser ises ising ish ism isms ist istic ists ite ities itive ity ive ively ization izations ize ized izer izes izing la lar larly lation lations less lessly lessness lic lics lish lished lishes lishing lution lutions ly lyze ma mation mations ment mental mentally mentation ments mer ming mit mitted mittee mittees mitment nal nally nance ned ner ners ness nesses nection nections ning nomic nomical nomics nomy ous ously ple pled ples pling ration rations rected rection rections ric rity sal sation sations sed ses ship ships sial sian sible sibly sic sing sion sional sions sis sive sively sity ster sters sure sured sures ta tage tages tain tained taining tains tant tation tations tative tatives ted tee tees ten tence tences ter ters tial tially tic tical tically tics ties tific tify tigate tigated tigation tigations tin ting tion tional tionally tioned tions tious tis tism tive tively tives tivity tly tor tors tory tral ture tured tures ty ular uous ure ured ures vate vated ver vered vering vers ves vice vices viding vided vision visions vity ward wards wise zation zations zed zens zen zing',
);

/**
 * English words often broken at line ends that the endings do not cover; inflected forms are found
 * by rule.
 */
const broken = words(
  'about after again against agency almost already although always america american among animal another answer anyone anything around article attack author away because become before began behind believe better between beyond border brother budget building business campaign candidate capital carbon career center centre central century certain chairman challenge champion chapter children china chinese church citizen city climate coalition college comment commission committee community company compare concern condition conflict congress connect consider constitution consult contact continue contract control corporate council counsel country couple court create crisis critic culture current customer daughter debate decade decide decision declare defence defend defense deficit degree deliver demand democracy democrat democratic department deputy describe design despite detail develop difference different difficult digital diplomat direct director disaster discuss display district doctor document dollar domestic during early economic economy editor education effect effort either elect election electric emergency emission employ energy enforce england enough ensure enter entire environment especially establish europe european even evening event everyone everything evidence example except exchange executive expect expert explain express factor failed failure family famous father federal figure finance financial finger finish florida follow foreign former forward foundation freedom friend funding further future garden general generation german germany global government governor ground group growth happen health hearing herself himself history hospital however hundred husband image immigrant impact important improve include including income increase indeed independent india indicate individual industry inflation inform information inside instead institute insurance interest international internet interview investigate investment involve israel issue itself january join journal journalist journey judge justice kitchen labor labour language large later lawmaker lawyer leader league learn leave legal legislation letter level liberal library listen little local london machine magazine maintain major majority manage manager manner market marriage material matter maybe measure media medical meeting member memory mention message method middle military million minister ministry minority minute missing mission modern moment money monitor month moral moreover morning mother motion mountain movement murder museum music myself nation national natural nature nearly necessary negotiate network never newspaper nothing notice november nuclear number object observe obvious occasion october offer office officer official often operate opinion opponent opportunity oppose option order ordinary organization organisation other ourselves outcome outside over owner painting paper parent parliament partner party passenger patient pattern people percent perform perhaps period permit person personal petition phone photograph photographer physical picture piece planet player please point poland police policy political politician politics popular population position positive possible poverty power practice prepare present president pressure prevent previous price primary principle prison private probably problem process produce product professor program programme progress project promise property propose protect protest provide province public publish purpose quality quarter question quickly radio railway rather reader ready reality really reason receive recent recognize record reduce reflect reform refugee refuse regime region regular reject relate relation release religion remain remember remove repeat replace reply report reporter represent republic republican request require research resident resource respond response responsible restaurant result return reveal revenue review revolution river russia russian safety school science scientist season secretary section sector security senate senator senior sentence separate september series serious service session settle several severe shoulder signal similar simple sister situation social society soldier someone something sometimes southern speaker special specific spending spokesman spokesperson spokeswoman standard statement station statistics status still story strategy street strong student study subject success suffer suggest summer supply support supporter supreme surface surprise survey survive suspect system target teacher technology television terror terrorist themselves theory therefore thousand threat threaten through throughout today together tomorrow tonight toward towards traffic training travel treat treatment trouble trump turkey under understand unemployment union united university unless until upon usual value various vehicle version victim victory video village violence violent visit visitor voter wage waiting warning washington water wealth weapon weather website wedding weekend welcome western whatever whether window winter within without witness woman women wonder worker workers world worry writer yellow yesterday young yourself',
);

const inflections = ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'ers', 'al', '’s', "'s"];

/** Whether a compound with this first part, in lower case, is hyphenated. */
export function isCompounding(word: string): boolean {
  return compounding.has(word);
}

/** Whether two parts, in lower case, make one English word. */
export function isOneWord(left: string, right: string): boolean {
  const joined = left + right;
  return (
    broken.has(joined) ||
    endings.has(right) ||
    (unfinished.has(left) && right.length > 2) ||
    inflections.some((end) => joined.endsWith(end) && broken.has(joined.slice(0, -end.length)))
  );
}

/** Maximum length of a part of a word that is read. */
const reach = 40;

const brokenLine = /[-\u2010][ \t]*\n[ \t]*(?=[\p{L}\p{N}])/gu;
const leftPart = /[\p{L}\p{M}\p{N}.'’-]+$/u;
const rightPart = /^[\p{L}\p{M}\p{N}'’]+(?:-[\p{L}\p{N}]+)*/u;
const token = /\p{L}[\p{L}\p{M}'’]*(?:-\p{L}[\p{L}\p{M}'’]*)*/gu;

/** Words before which a hyphen is suspended: `pre- and post-war`. */
const suspending = new Set('and or to und oder bis et ou y o e u en of och og i a'.split(' '));

type Judgement = 'join' | 'hyphen' | 'apart' | 'doubt';

/** The words of the text, in lower case; hyphenated words with their hyphens. */
function vocabularyOf(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(token), ([word]) => word.toLowerCase()));
}

function judge(left: string, right: string, known: Set<string>, language: string): Judgement {
  if (left === '') return 'apart';
  const shouted = left.length > 1 && left === left.toUpperCase() && right === right.toUpperCase();
  const [low, high] = [left.toLowerCase(), right.toLowerCase()];
  if (suspending.has(right)) return 'apart';
  if (/[-.]/.test(low) || (!/^\p{Ll}/u.test(right) && !shouted)) return 'hyphen';
  if (known.has(`${low}-${high}`)) return 'hyphen';
  if (known.has(low + high)) return 'join';
  if (isCompounding(low)) return 'hyphen';
  if (/^en\b/.test(language) && isOneWord(low, high)) return 'join';
  return 'doubt';
}

/**
 * Joins a word hyphenated at a line end where it is one word elsewhere in the text or in the list
 * of English words; else the hyphen stays and only the line end goes (`so-called`, `anti-Chinese`).
 * Where nothing decides, the hyphen stays and is reported as a doubt.
 */
export const lineEndHyphens: CleanUpStep = {
  name: 'line-end-hyphens',
  version: 1,
  find(text, { language }) {
    const edits: Edit[] = [];
    let doubts = 0;
    let known: Set<string> | null = null;
    for (const { 0: found, index } of text.matchAll(brokenLine)) {
      known ??= vocabularyOf(text);
      const end = index + found.length;
      const left = leftPart.exec(text.slice(Math.max(0, index - reach), index))?.[0] ?? '';
      const right = rightPart.exec(text.slice(end, end + reach))?.[0] ?? '';
      const judgement = judge(left, right, known, language);
      if (judgement === 'apart') continue;
      if (judgement === 'doubt') doubts++;
      edits.push({ start: judgement === 'join' ? index : index + 1, end, text: '' });
    }
    return { edits, doubts: doubts > 0 ? [{ name: 'kept-hyphens', count: doubts }] : [] };
  },
};
