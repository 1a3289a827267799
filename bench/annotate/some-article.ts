import { v7 } from 'uuid';
import type { Annotation } from '@/lib/annotation/annotation';
import { segmentText } from '@/lib/article/segmentation';
import type { Segmentation } from '@/lib/article/segmentation';

const words =
  'the regime said its loaded claim was true but some critics of it say otherwise'.split(' ');
const labels = ['loaded_framing', 'unsupported_claim', 'direct_quote'];

/** Pseudo-random integers from 0 to below `below`, the same sequence each time. */
function numbers(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

/**
 * An article of `wordCount` words in paragraphs of eighty, and `spanCount` spans of one to twelve
 * words in it.
 */
export function someArticle(
  wordCount: number,
  spanCount: number,
): { text: string; segmentation: Segmentation; annotations: Annotation[] } {
  const next = numbers();
  const drawn = Array.from({ length: wordCount }, () => words[next(words.length)] ?? '');
  const text = drawn.map((word, at) => word + ((at + 1) % 80 === 0 ? '.\n' : ' ')).join('');
  const segmentation = segmentText(text, 'en');
  const annotations = Array.from({ length: spanCount }, (): Annotation => {
    const first = next(wordCount - 12);
    const segments = [
      {
        start: segmentation.words[2 * first] ?? 0,
        end: segmentation.words[2 * (first + next(12)) + 1] ?? 0,
      },
    ];
    return {
      id: v7(),
      layerId: '',
      label: labels[next(3)] ?? '',
      segments,
      attributes: {},
      note: '',
      confidence: null,
      codebookVersion: 1,
      quote: '',
      prefix: '',
      suffix: '',
      version: 1,
      createdAt: '',
      updatedAt: '',
    };
  });
  annotations.sort((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0));
  return { text, segmentation, annotations };
}
