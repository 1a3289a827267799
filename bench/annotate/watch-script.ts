import { afterFrame } from './measured-page';

// Runs in a page before its own scripts, and records what the page shows.

/** Times in ms: of the page since its navigation began, of each key since it was pressed. */
type Watched = {
  /** The first frame with annotations in a page that handles keys. */
  ready: number | null;
  /** The first frame with the annotation of each key. */
  painted: number[];
  /** Selects some text at this share of the article, as a mouse would. */
  select: (share: number) => void;
};

declare global {
  interface Window {
    watched: Watched;
  }
}

function select(share: number): void {
  const root = document.querySelector<HTMLElement>('[contenteditable="true"]');
  const paragraphs = root?.querySelectorAll('p') ?? [];
  const paragraph = paragraphs[Math.floor(share * paragraphs.length)];
  if (!root || !paragraph) throw new Error('There is no article on the page.');
  const texts: Text[] = [];
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const longest = texts.reduce((one, other) => (other.length > one.length ? other : one));
  const [, from, to] = [...longest.data.matchAll(/\w+/g)];
  if (!from || !to) throw new Error('There is nothing to select.');
  paragraph.scrollIntoView({ block: 'center' });
  root.focus({ preventScroll: true });
  getSelection()?.setBaseAndExtent(longest, from.index, longest, to.index + to[0].length);
}

const watched: Watched = { ready: null, painted: [], select };
window.watched = watched;

const marks = document.getElementsByTagName('mark');
let takesKeys = false;

function eachFrame(isDone: (at: number) => boolean): void {
  afterFrame((at) => {
    if (!isDone(at)) eachFrame(isDone);
  });
}

eachFrame((at) => {
  if (!takesKeys || marks.length === 0) return false;
  watched.ready = at;
  return true;
});

window.addEventListener(
  'keydown',
  ({ key, timeStamp }) => {
    if (key !== '1') return;
    const before = marks.length;
    eachFrame((at) => {
      if (marks.length === before) return false;
      watched.painted.push(at - timeStamp);
      return true;
    });
  },
  { capture: true },
);

const listen = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (...given: Parameters<typeof listen>) {
  // Our page listens at the window, the plain one at its editor.
  if (given[0] === 'keydown' && (this === window || this instanceof HTMLElement)) takesKeys = true;
  listen.apply(this, given);
};
