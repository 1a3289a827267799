type Detector = { detect(text: string): { language: string; isReliable(): boolean } };

let detector: Detector | null = null;

/** Loads the data of `detectLanguage`: 60 to 90 MB, so only processes that need it should. */
export async function loadLanguageDetector(): Promise<void> {
  detector ??= (await import('eld/small')).eld;
}

/** Length of each sample of the text, in UTF-16 code units. */
const sample = 4000;

/**
 * The language of a text as BCP 47 (`en`), detected by its letters; empty where it cannot be
 * detected. Reads the beginning and the middle, since a text may begin with a title or by-line in
 * another language. Call `loadLanguageDetector` first.
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
