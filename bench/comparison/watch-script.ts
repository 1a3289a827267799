import { afterFrame } from '../annotate/measured-page';

// Runs in a page before anything of it, and watches what it shows.

/** What a comparison showed, in ms: the page since its navigation began, each key since it was pressed. */
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
    watchedComparison: Watched;
  }
}

const watched: Watched = { text: null, listed: null, usable: null, answered: [] };
window.watchedComparison = watched;

/** The place that is chosen: in the list, and painted in the article where that is done. */
const chosen = (): string =>
  document.querySelector<HTMLElement>('[data-unit][aria-current]')?.dataset.unit ?? '';

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
  if (document.querySelector('[data-unit]') === null) return false;
  watched.listed = at;
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  return true;
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
