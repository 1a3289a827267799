import type { ArticleTextHandle } from '@/components/article-text/article-text';
import type { LabelLookup, ShownLabel } from '@/components/article-text/labels';
import type { RefObject } from 'react';
import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import { attributeFaults } from '@/lib/annotation/attributes';
import { quoteOf } from '@/lib/annotation/span';
import type { Segment } from '@/lib/article/segment';
import * as messages from './messages';
import type { Choosing } from './use-choosing';
import type { Touched, Work } from '@/components/outbox/work';

/** Actions on the annotations of the article, each announced. */
type AnnotationActions = {
  /** Labels the selection, else the chosen annotation. */
  label(key: string): void;
  resize(annotationId: string, segments: Segment[]): void;
  move(side: 'start' | 'end', towards: 'outside' | 'inside'): void;
  change(annotationId: string, content: Partial<AnnotationContent>): void;
  remove(): void;
  undo(): void;
  redo(): void;
};

type AnnotationActionsOptions = {
  text: string;
  work: Work;
  lookup: LabelLookup;
  choosing: Choosing;
  article: RefObject<ArticleTextHandle | null>;
  /** The selection at the moment when something else, such as the palette, took the focus. */
  savedSelection: RefObject<Segment[] | null>;
  modifier: string;
  announce(this: void, message: string): void;
  /** Shows on the page what could not be done. */
  warn(this: void, message: string): void;
};

const submittedMessage =
  'You have submitted your annotations. Nothing was changed; reopen your submission first if you want to change them.';

function fitting(label: ShownLabel, { attributes }: Annotation): AnnotationContent['attributes'] {
  const valid = Object.entries(attributes).filter(
    ([key, value]) => attributeFaults(label, { [key]: value }).length === 0,
  );
  return Object.fromEntries(valid);
}

/** Binds the actions to the viewer's work. An invalid span is announced, not thrown. */
export function useAnnotationActions(options: AnnotationActionsOptions): AnnotationActions {
  const { text, work, lookup, choosing, article, savedSelection, announce, warn } = options;
  const { chosen, choose, show } = choosing;

  const attempt = (action: () => void) => {
    if (work.layerState === 'submitted') return warn(submittedMessage);
    try {
      action();
    } catch (thrown) {
      warn(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };

  const annotate = (label: ShownLabel, segments: Segment[]) => {
    const content = { label: label.key, segments, attributes: {}, note: '', confidence: null };
    choose(work.add(content));
    article.current?.clearSelection();
    announce(messages.annotatedMessage(label.name, quoteOf(text, segments)));
  };

  const relabel = (label: ShownLabel, annotation: Annotation) => {
    if (annotation.label === label.key) return announce(`It is ${label.name} already.`);
    work.change(annotation.id, { label: label.key, attributes: fitting(label, annotation) });
    announce(messages.relabelledMessage(label.name, annotation.quote));
  };

  const resize = (annotationId: string, segments: Segment[]) =>
    attempt(() => {
      work.change(annotationId, { segments });
      const key = work.annotations.find(({ id }) => id === annotationId)?.label;
      const name = key === undefined ? 'It' : lookup.of(key).name;
      announce(messages.resizedMessage(name, quoteOf(text, segments)));
    });

  const travel = (touched: Touched | null, nothing: string) => {
    if (touched === null) return announce(nothing);
    show(touched.annotationId);
    announce(touched.message);
  };

  return {
    resize,
    label: (key) =>
      attempt(() => {
        const segments = article.current?.selection() ?? savedSelection.current;
        if (segments !== null) annotate(lookup.of(key), segments);
        else if (chosen !== null) relabel(lookup.of(key), chosen);
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
        const { name } = lookup.of(chosen.label);
        announce(messages.removedMessage(name, chosen.quote, `${options.modifier}+Z`));
      }),
    undo: () => attempt(() => travel(work.undo(), 'There is nothing to undo.')),
    redo: () => attempt(() => travel(work.redo(), 'There is nothing to redo.')),
  };
}
