import { letterTags as letterTagsOf } from '@/lib/codebook/label';
import type { Ref } from 'react';
import {
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Annotation } from '@/lib/annotation/annotation';
import type { Segment } from '@/lib/article/segment';
import type { EncodedSegmentation } from '@/lib/article/segmentation';
import { decodeSegmentation } from '@/lib/article/segmentation';
import type { Label } from '@/lib/codebook/codebook';
import { PageStyle } from '@/components/ui/page-style';
import type { TextLayout } from './text-layout';
import classes from './article-text.module.css';
import { ArticleView } from './article-view';
import { EdgeHandles } from './edge-handles';
import { labelClass, labelStyles, annotationDescription } from './labels';

/** The imperative handle of the article, for keys and buttons around it. Positions are UTF-16 code units. */
export type ArticleTextHandle = {
  /** Focuses the article, where the caret was. */
  focus(): void;
  /** The held selection, snapped and trimmed; null for none. */
  selection(): Segment[] | null;
  clearSelection(): void;
  /** Holds the selection, so that the next one is added to it. */
  holdSegment(): void;
  /** Selects the word, sentence or paragraph at the caret; again: extends by one. */
  selectUnit(unit: 'word' | 'sentence' | 'paragraph'): void;
  /** The annotation's span with one end moved by a word; null where it cannot move. */
  withEdgeMoved(
    annotationId: string,
    edge: 'start' | 'end',
    direction: 'back' | 'forward',
  ): Segment[] | null;
  /** The caret's position. */
  caret(): number;
  /** Puts the caret at an annotation's start. */
  placeCaret(annotationId: string): void;
  /** Puts the caret at a position. */
  caretTo(position: number): void;
  /** Scrolls an annotation into view. */
  reveal(annotationId: string): void;
  /** Top of an annotation's first piece in px below the top of the article; null where not painted. */
  topOf(annotationId: string): number | null;
  /** The layout of the text on the page; null until it is mounted. */
  textLayout(): TextLayout | null;
};

/** The selection by mouse, keys or touch, and where it is on the screen. */
export type HeldSelection = { segments: Segment[]; rect: DOMRect };

export type ArticleTextProps = {
  text: string;
  segmentation: EncodedSegmentation;
  language: string;
  labels: readonly Label[];
  /** The viewer's own, painted as marks. An unchanged entry must keep its identity. */
  annotations: readonly Annotation[];
  authorName: string;
  chosenId: string | null;
  /** Whether nothing can be selected or changed: no caret, no handles. */
  readOnly?: boolean;
  /** Whether each mark begins with its label's letters. */
  letterTags?: boolean;
  onChoose(annotationId: string | null): void;
  onSelection(held: HeldSelection | null): void;
  onResize(annotationId: string, segments: Segment[]): void;
  /** Called when marks may have moved: after painting, resizing or loading of fonts. */
  onLayout?(): void;
  handle: Ref<ArticleTextHandle>;
};

/**
 * The article with its annotations: a Tiptap document of immutable text, with the annotations as marks.
 * A new list of annotations is painted as the difference to the last one in one transaction; React
 * renders nothing of the text.
 */
export function ArticleText(props: ArticleTextProps) {
  const { text, segmentation, language, labels, annotations, chosenId, handle } = props;
  const { readOnly = false, letterTags = false, authorName, onResize } = props;
  const latest = useRef(props);
  const container = useRef<HTMLDivElement>(null);
  const spoken = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<ArticleView | null>(null);
  const [laidOut, setLaidOut] = useState(0);
  const scope = useId();
  const styles = useMemo(() => labelStyles(`[data-colors="${scope}"]`, labels), [scope, labels]);
  const chosen = useMemo(
    () => annotations.find(({ id }) => id === chosenId) ?? null,
    [annotations, chosenId],
  );

  useLayoutEffect(() => {
    latest.current = props;
  });

  const keys = labels.map(({ key }) => key).join(' ');
  useLayoutEffect(() => {
    if (!container.current) return undefined;
    const known = latest.current.labels;
    const labelIndexes = new Map(known.map(({ key }, at) => [key, at]));
    const tags = letterTagsOf([...known]);
    const nameOf = (key: string) => known[labelIndexes.get(key) ?? -1]?.name ?? key;
    const decoded = decodeSegmentation(segmentation);
    const announce = (message: string) => {
      if (spoken.current) spoken.current.textContent = message;
    };
    const opened = new ArticleView(
      container.current,
      { text, segmentation: decoded, language, readOnly },
      latest.current.annotations,
      {
        classOf: (key) => labelClass(labelIndexes.get(key) ?? -1),
        tagOf: (key) => tags.get(key) ?? '?',
        nameOf,
        describe: (annotation) =>
          annotationDescription(annotation, nameOf(annotation.label), authorName, decoded.words),
      },
      {
        select: (segments) => {
          const rect = segments && opened.selectionRect();
          latest.current.onSelection(segments && rect ? { segments, rect } : null);
        },
        choose: (id) => latest.current.onChoose(id),
        announce,
      },
    );
    setView(opened);
    return () => {
      opened.destroy();
      setView(null);
    };
  }, [text, segmentation, language, readOnly, authorName, keys]);

  useLayoutEffect(() => {
    if (view?.paint(annotations)) setLaidOut((count) => count + 1);
  }, [view, annotations]);

  useLayoutEffect(() => view?.choose(chosenId), [view, chosenId]);

  useEffect(() => {
    // React may run the effect again after the view was destroyed, before the next one is set.
    if (!view || view.editor.isDestroyed) return undefined;
    const observer = new ResizeObserver(() => setLaidOut((count) => count + 1));
    observer.observe(view.editor.view.dom);
    return () => observer.disconnect();
  }, [view, letterTags]);

  useEffect(() => {
    if (view) latest.current.onLayout?.();
  }, [view, laidOut]);

  useImperativeHandle(
    handle,
    () => ({
      focus: () => view?.editor.view.focus(),
      selection: () => view?.selection() ?? null,
      clearSelection: () => view?.clearSelection(),
      holdSegment: () => view?.holdSegment(),
      selectUnit: (unit) => view?.selectUnit(unit),
      withEdgeMoved: (id, edge, direction) => view?.withEdgeMoved(id, edge, direction) ?? null,
      caret: () => view?.caret() ?? 0,
      placeCaret: (id) => view?.placeCaret(id),
      caretTo: (position) => view?.caretTo(position),
      reveal: (id) => view?.highlightLayout.reveal(id),
      topOf: (id) => view?.highlightLayout.topOf(id) ?? null,
      textLayout: () => (view === null || view.editor.isDestroyed ? null : view.textLayout),
    }),
    [view],
  );

  return (
    <div className={classes.container} data-colors={scope} data-tags={letterTags || undefined}>
      <PageStyle>{styles}</PageStyle>
      <div ref={container} />
      {view && chosen && !readOnly && (
        <EdgeHandles
          key={chosen.id}
          view={view}
          annotationId={chosen.id}
          laidOut={laidOut}
          onResize={(segments) => onResize(chosen.id, segments)}
        />
      )}
      <div ref={spoken} className={classes.liveRegion} aria-live="polite" />
    </div>
  );
}
