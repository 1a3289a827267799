import type { Annotation } from '@/lib/annotation/annotation';
import type { EncodedSegmentation } from '@/lib/article/segmentation';

/** What a page under measurement is given and what it gives. Times are ms. */
export type MeasuredPage = {
  given: { text: string; segmentation: EncodedSegmentation; annotations: Annotation[] };
  /** From the start of the navigation until the article was on the screen. */
  ready?: number;
  /** From each key until the frame with its mark was made. */
  painted: number[];
  /** Selects so many words from this word on, and shows them. */
  select?: (word: number, count: number) => void;
};

declare global {
  interface Window {
    measured: MeasuredPage;
  }
}

/** Calls back when the frame that shows what stands now has been made. */
export function afterFrame(callback: (at: number) => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => callback(performance.now());
    port2.postMessage(null);
  });
}

/** Measures from each `1` on the keyboard until what it did was painted. */
export function measureKeys(): void {
  window.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === '1') afterFrame((at) => window.measured.painted.push(at - timeStamp));
    },
    { capture: true },
  );
}

/** Notes when the page is ready for work. */
export function measureReady(): void {
  afterFrame((at) => (window.measured.ready = at));
}
