import type { Annotation } from '@/lib/annotation/annotation';
import type { EncodedSegmentation } from '@/lib/article/segmentation';

/** The input and output of a measured page. Times are in ms. */
type MeasuredPage = {
  given: { text: string; segmentation: EncodedSegmentation; annotations: Annotation[] };
  /** From the start of the navigation until the article is on the screen. */
  ready?: number;
  /** From each key until the frame with its annotation is painted. */
  painted: number[];
  /** Selects `count` words from this word on, and scrolls to them. */
  select?: (word: number, count: number) => void;
};

declare global {
  interface Window {
    measured: MeasuredPage;
  }
}

/** Calls back when the frame that shows the current state has been painted. */
export function afterFrame(callback: (at: number) => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => callback(performance.now());
    port2.postMessage(null);
  });
}

/** Measures from each `1` key until its effect is painted. */
export function measureKeys(): void {
  window.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === '1') afterFrame((at) => window.measured.painted.push(at - timeStamp));
    },
    { capture: true },
  );
}

/** Records when the page is ready for work. */
export function measureReady(): void {
  afterFrame((at) => (window.measured.ready = at));
}
