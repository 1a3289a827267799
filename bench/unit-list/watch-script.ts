import { afterFrame } from '../annotate/measured-page';

// Runs in a page before its own scripts, and records what the page shows.

/**
 * Times of a list of passages, in ms: of the page since its navigation began, of each key since it
 * was pressed.
 */
export type Watched = {
  /** The first frame with the article’s text. */
  text: number | null;
  /**
   * The first frame with passages in the list; then the first key is dispatched in a page that
   * handles keys.
   */
  listed: number | null;
  /** The first frame in which the first key had an effect: the page is usable. */
  usable: number | null;
  /** From each further key until the frame with its effect. */
  answered: number[];
};

declare global {
  interface Window {
    watchedUnits: Watched;
  }
}

const watched: Watched = { text: null, listed: null, usable: null, answered: [] };
window.watchedUnits = watched;

/** The first row of the list. */
const listed = (which = '') => document.querySelector<HTMLElement>(`[data-unit]${which}`);

/** The selected passage in the list. */
const chosen = (): string => listed('[aria-current]')?.dataset.unit ?? '';

function eachFrame(isDone: (at: number) => boolean): void {
  afterFrame((at) => {
    if (!isDone(at)) eachFrame(isDone);
  });
}

eachFrame((at) => {
  if (document.querySelector('[aria-label="Article"] p') === null) return false;
  watched.text = at;
  return true;
});

eachFrame((at) => {
  if (listed() === null) return false;
  watched.listed ??= at;
  // The server-rendered page handles no keys yet: the key is dispatched again until it does.
  if (chosen() === '')
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  return chosen() !== '';
});

window.addEventListener(
  'keydown',
  ({ key, timeStamp, isTrusted }) => {
    if (key !== 'j') return;
    const before = chosen();
    eachFrame((at) => {
      if (chosen() === before) return false;
      if (isTrusted) watched.answered.push(at - timeStamp);
      else watched.usable = at;
      return true;
    });
  },
  { capture: true },
);
