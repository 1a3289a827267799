import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import type { DeedLog } from '@/lib/annotation/deed-log';
import { isSameContent } from '@/lib/annotation/deed';
import { emptyLog, redoable, undoable, without } from '@/lib/annotation/deed-log';
import type { Desk } from '@/lib/annotation/desk';
import type { LayerState } from '@/lib/annotation/layer';
import type { DeedsMessage } from '@/lib/annotation/live-message';
import type { Kept } from './keeping';
import type { Message } from './message';
import { annotationOf, byPlace, contentOf, repainted } from './painting';
import type { RefusedRow, WaitingDeed } from './tables';
import { ToldAnnotations } from './told-annotations';
import { WaitingRows } from './waiting-rows';

/** What a page shows of a shelf. */
export type Shelved = {
  annotations: readonly Annotation[];
  layerState: LayerState;
  refused: readonly RefusedRow[];
  canUndo: boolean;
  canRedo: boolean;
};

/**
 * One person's work on one article, in the memory of one tab: what the server told, what waits, and
 * what is painted of both. It sends and keeps nothing itself.
 */
export class Shelf {
  readonly articleId: string;
  readonly text: string;
  layerId: string | null;
  layerState: LayerState;
  log: DeedLog = emptyLog;
  refused: readonly RefusedRow[] = [];
  readonly told = new ToldAnnotations();
  private readonly waiting = new WaitingRows();
  private readonly painted = new Map<string, Annotation>();
  private list: readonly Annotation[];

  constructor(
    private readonly desk: Desk,
    private readonly changed: () => void,
  ) {
    this.articleId = desk.article.id;
    this.text = desk.text;
    this.layerId = desk.layer?.id ?? null;
    this.layerState = desk.layer?.state ?? 'open';
    this.told.receive(desk.annotations, null);
    for (const annotation of desk.annotations) this.painted.set(annotation.id, annotation);
    this.list = [...this.painted.values()].sort(byPlace);
  }

  shelved(): Shelved {
    return {
      annotations: this.list,
      layerState: this.layerState,
      refused: this.refused,
      canUndo: this.layerState === 'open' && undoable(this.log) !== null,
      canRedo: this.layerState === 'open' && redoable(this.log) !== null,
    };
  }

  /** The annotation as it is painted; undefined where there is none. */
  painting(annotationId: string): Annotation | undefined {
    return this.painted.get(annotationId);
  }

  /** What the painted annotation says; null where there is none. */
  contentOf(annotationId: string): AnnotationContent | null {
    const annotation = this.painted.get(annotationId);
    return annotation === undefined ? null : contentOf(annotation);
  }

  /** The version that a new deed is done upon; null while one waits before it. */
  expects(annotationId: string): number | null {
    if (this.waiting.has(annotationId)) return null;
    return this.told.upon(annotationId);
  }

  /** Every deed that waits here, the oldest first. */
  rows(): WaitingDeed[] {
    return this.waiting.all();
  }

  /** Takes a deed in, or its row once it has one, in the place of the deed that it replaces. */
  enter(row: WaitingDeed, replaced: string | null): void {
    this.waiting.enter(row, replaced);
    this.repaint(row.annotationId);
  }

  /** Takes the layer as the server told it; see `ToldAnnotations.receive`. */
  receive(annotations: readonly Annotation[], asOf: number | null): void {
    for (const annotationId of this.told.receive(annotations, asOf)) this.repaint(annotationId);
  }

  /** Takes in what the live server told of this layer. What waits stays painted over it. */
  hear(message: Pick<DeedsMessage, 'put' | 'removed'>): void {
    for (const annotationId of this.told.hear(message)) this.repaint(annotationId);
  }

  /** Takes what the tables hold; what they do not have any more was settled by another tab. */
  load({ waiting, refused, log, layerId }: Kept): void {
    const ids = new Set(waiting.map(({ deedId }) => deedId));
    for (const row of this.rows())
      if (row.seq > 0 && !ids.has(row.deedId)) this.drop(row.annotationId, [row.deedId]);
    for (const row of waiting) this.enter(row, null);
    this.refused = refused;
    this.log = log;
    this.layerId ??= layerId;
    this.changed();
  }

  /** Takes in what happened, here or in another tab. */
  apply(message: Message): void {
    if (message.kind === 'entered') this.enter(message.row, message.replaced);
    else if (message.kind === 'dropped') this.drop(message.annotationId, message.deedIds);
    else if (message.kind === 'done') {
      const { annotationId, deedId, version, annotation } = message;
      this.told.tell(annotationId, version, annotation);
      this.drop(annotationId, [deedId]);
    } else if (message.kind === 'refused') {
      const { annotationId, deedIds, refused } = message;
      this.refused = [...this.refusedBut(annotationId), refused];
      for (const deedId of deedIds) this.log = without(this.log, deedId);
      this.drop(annotationId, deedIds);
    } else if (message.kind === 'put-away') this.refused = this.refusedBut(message.annotationId);
    else if (message.kind === 'layer') {
      this.layerId = message.layerId;
      this.layerState = message.state;
    }
    this.changed();
  }

  private refusedBut(annotationId: string): RefusedRow[] {
    return this.refused.filter((row) => row.annotationId !== annotationId);
  }

  private drop(annotationId: string, deedIds: readonly string[]): void {
    this.waiting.drop(annotationId, deedIds, this.told.upon(annotationId));
    this.repaint(annotationId);
  }

  private repaint(annotationId: string): void {
    const before = this.painted.get(annotationId);
    const after = this.toPaint(annotationId, before);
    if (before === after) return;
    if (after === undefined) this.painted.delete(annotationId);
    else this.painted.set(annotationId, after);
    this.list = repainted(this.list, before, after);
    this.changed();
  }

  private toPaint(annotationId: string, before: Annotation | undefined): Annotation | undefined {
    const told = this.told.get(annotationId);
    const row = this.waiting.last(annotationId);
    if (row === undefined) return told?.annotation ?? undefined;
    if (row.deed === 'remove') return undefined;
    // It has only moved on in the queue.
    if (before !== undefined && isSameContent(before, row.content)) return before;
    const frame = told?.annotation ?? {
      id: annotationId,
      layerId: this.layerId ?? '',
      codebookVersion: this.desk.codebook.version,
      version: told?.version ?? 0,
      createdAt: row.at,
      updatedAt: row.at,
    };
    const { id, layerId, codebookVersion, version, createdAt } = frame;
    const updatedAt = row.at;
    const placed = { id, layerId, codebookVersion, version, createdAt, updatedAt };
    return annotationOf(this.text, placed, row.content);
  }
}
