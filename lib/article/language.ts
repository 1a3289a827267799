type Detector = { detect(text: string): { language: string; isReliable(): boolean } };

let detector: Detector | null = null;

/** Loads what `detectLanguage` goes by: 60 to 90 MB, which a process should have only where it is needed. */
export async function loadLanguageDetector(): Promise<void> {
  detector ??= (await import('eld/small')).eld;
}

/** How much of a text is read to tell its language, in UTF-16 code units. */
const sample = 4000;

/**
 * The language of a text by its letters, as BCP 47 (`en`); empty where it cannot be told. Reads the
 * beginning and the middle, since a text may begin with a title or by-line in another language.
 * `loadLanguageDetector` must be done before.
 */
export function detectLanguage(text: string): string {
  const middle =
    text.length > 2 * sample ? text.slice(text.length >> 1, (text.length >> 1) + sample) : '';
  const read = `${text.slice(0, sample)} ${middle}`.toWellFormed();
  const letters = read.match(/\p{L}/gu) ?? [];
  const least = letters.some((letter) => /\p{Script=Latin}/u.test(letter)) ? 20 : 4;
  if (letters.length < least) return '';
  if (detector === null) throw new Error('The language detector is not loaded.');
  const detected = detector.detect(read);
  return detected.isReliable() ? detected.language : '';
}
