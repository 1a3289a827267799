import { afterFrame } from '../annotate/measured-page';

// Runs in a page before anything of it, and watches what it shows.

/** What a list of places showed, in ms: the page since its navigation began, each key since it was pressed. */
export type Watched = {
  /** The first frame with the article's text. */
  text: number | null;
  /** The first frame with places in the list; in a page that takes keys the first is pressed then. */
  listed: number | null;
  /** The first frame in which the first key was answered: the page is usable. */
  usable: number | null;
  /** From each further key until the frame with its answer. */
  answered: number[];
};

declare global {
  interface Window {
    watchedUnits: Watched;
  }
}

const watched: Watched = { text: null, listed: null, usable: null, answered: [] };
window.watchedUnits = watched;

/** The first row of the list, of a comparison or of a desk. */
const listed = (which = '') =>
  document.querySelector<HTMLElement>(`:is([data-unit], [data-unit])${which}`);

/** The place that is chosen: in the list, and painted in the article where that is done. */
const chosen = (): string => {
  const { unit, place } = listed('[aria-current]')?.dataset ?? {};
  return unit ?? place ?? '';
};

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
  // What the server painted takes no keys yet: it is asked again until it does.
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
