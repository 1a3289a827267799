import type { RefObject } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import { attributeFaults } from '@/lib/annotation/attributes';
import { quoteOf } from '@/lib/annotation/span';
import type { Segment } from '@/lib/article/segment';
import * as words from './deed-words';
import type { LabelShelf, ShownLabel } from './label-shelf';
import type { Choosing } from './use-choosing';
import type { Touched, Work } from './work';

/** What an analyst can do to the annotations of the article, each deed announced. */
export type Deeds = {
  /** Labels the selection, else the chosen annotation. */
  label(key: string): void;
  resize(annotationId: string, segments: Segment[]): void;
  move(side: 'start' | 'end', towards: 'outside' | 'inside'): void;
  change(annotationId: string, content: Partial<AnnotationContent>): void;
  remove(): void;
  undo(): void;
  redo(): void;
};

type Bench = {
  text: string;
  work: Work;
  shelf: LabelShelf;
  choosing: Choosing;
  article: RefObject<ArticleTextHandle | null>;
  /** What was selected when something else took the focus, such as the palette. */
  kept: RefObject<Segment[] | null>;
  modifier: string;
  announce(this: void, words: string): void;
  /** Says on the page, too, what could not be done. */
  warn(this: void, words: string): void;
};

const submittedWords =
  'You have submitted this reading, so it stays as it is. Open it again if you want to change it.';

function fitting(label: ShownLabel, { attributes }: Annotation): AnnotationContent['attributes'] {
  const kept = Object.entries(attributes).filter(
    ([key, value]) => attributeFaults(label, { [key]: value }).length === 0,
  );
  return Object.fromEntries(kept);
}

/** Binds the deeds to the work on the desk. A span that cannot be is told in words, not thrown. */
export function useDeeds(bench: Bench): Deeds {
  const { text, work, shelf, choosing, article, kept, announce, warn } = bench;
  const { chosen, choose, show } = choosing;

  const attempt = (deed: () => void) => {
    if (work.layerState === 'submitted') return warn(submittedWords);
    try {
      deed();
    } catch (thrown) {
      warn(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };

  const mark = (label: ShownLabel, segments: Segment[]) => {
    const content = { label: label.key, segments, attributes: {}, note: '', confidence: null };
    choose(work.add(content));
    article.current?.clearSelection();
    announce(words.markedWords(label.name, quoteOf(text, segments)));
  };

  const relabel = (label: ShownLabel, annotation: Annotation) => {
    if (annotation.label === label.key) return announce(`It is ${label.name} already.`);
    work.change(annotation.id, { label: label.key, attributes: fitting(label, annotation) });
    announce(words.relabelledWords(label.name, annotation.quote));
  };

  const resize = (annotationId: string, segments: Segment[]) =>
    attempt(() => {
      work.change(annotationId, { segments });
      const key = work.annotations.find(({ id }) => id === annotationId)?.label;
      const name = key === undefined ? 'It' : shelf.of(key).name;
      announce(words.resizedWords(name, quoteOf(text, segments)));
    });

  const travel = (touched: Touched | null, nothing: string) => {
    if (touched === null) return announce(nothing);
    show(touched.annotationId);
    announce(touched.words);
  };

  return {
    resize,
    label: (key) =>
      attempt(() => {
        const segments = article.current?.selection() ?? kept.current;
        if (segments !== null) mark(shelf.of(key), segments);
        else if (chosen !== null) relabel(shelf.of(key), chosen);
        else announce('Nothing is selected. Select words first, then choose a label.');
      }),
    move: (side, towards) => {
      if (chosen === null) return;
      const direction = (side === 'start') === (towards === 'outside') ? 'back' : 'forward';
      const segments = article.current?.withEdgeMoved(chosen.id, side, direction) ?? null;
      if (segments === null) announce(`Its ${side} cannot move further.`);
      else resize(chosen.id, segments);
    },
    change: (annotationId, content) => attempt(() => work.change(annotationId, content)),
    remove: () =>
      attempt(() => {
        if (chosen === null) return;
        work.remove(chosen.id);
        choose(null);
        const { name } = shelf.of(chosen.label);
        announce(words.removedWords(name, chosen.quote, `${bench.modifier}+Z`));
      }),
    undo: () => attempt(() => travel(work.undo(), 'There is nothing to undo.')),
    redo: () => attempt(() => travel(work.redo(), 'There is nothing to redo.')),
  };
}
