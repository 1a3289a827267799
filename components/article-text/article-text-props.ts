import type { Ref } from 'react';
import type { Annotation } from '@/lib/annotation/annotation';
import type { Segment } from '@/lib/article/segment';
import type { EncodedSegmentation } from '@/lib/article/segmentation';
import type { Label } from '@/lib/codebook/codebook';
import type { TextLayout } from './text-layout';

/** What keys and buttons around the article ask of it. Positions are UTF-16 code units. */
export type ArticleTextHandle = {
  /** Puts the keyboard into the article, where the caret was. */
  focus(): void;
  /** What is held now, snapped and trimmed; null when nothing. */
  selection(): Segment[] | null;
  clearSelection(): void;
  /** Keeps what is held, so that the next selection is added to it. */
  holdSegment(): void;
  /** Selects the unit at the caret; again: extends by one. */
  selectUnit(unit: 'word' | 'sentence' | 'paragraph'): void;
  /** The chosen annotation's span with one end a word further; null where it cannot move. */
  withEdgeMoved(
    annotationId: string,
    edge: 'start' | 'end',
    direction: 'back' | 'forward',
  ): Segment[] | null;
  /** Where the caret stands. */
  caret(): number;
  /** Puts the caret at an annotation's start. */
  placeCaret(annotationId: string): void;
  /** Puts the caret at a position. */
  caretTo(position: number): void;
  /** Scrolls an annotation into view. */
  reveal(annotationId: string): void;
  /** Top of an annotation's first piece in px below the top of the article; null when not laid out. */
  topOf(annotationId: string): number | null;
  /** Where the text is on the page; null until it is there. */
  textLayout(): TextLayout | null;
};

/** What is held by mouse, keys or touch, and where it is on the screen. */
export type HeldSelection = { segments: Segment[]; rect: DOMRect };

export type ArticleTextProps = {
  text: string;
  segmentation: EncodedSegmentation;
  language: string;
  labels: readonly Label[];
  /** The reader's own, painted as marks. An entry that did not change keeps its identity. */
  annotations: readonly Annotation[];
  authorName: string;
  chosenId: string | null;
  /** Whether this is only for reading: no caret, no handles. */
  readOnly?: boolean;
  /** Whether each mark begins with its label's letters. */
  letterTags?: boolean;
  onChoose(annotationId: string | null): void;
  onSelection(held: HeldSelection | null): void;
  onResize(annotationId: string, segments: Segment[]): void;
  /** Marks may lie elsewhere than before: new ones, another width, fonts that came. */
  onLayout?(): void;
  handle: Ref<ArticleTextHandle>;
};
