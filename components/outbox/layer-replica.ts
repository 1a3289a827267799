import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import type { EventLog } from '@/lib/annotation/event-log';
import { isSameContent } from '@/lib/annotation/sent-change';
import { emptyLog, redoable, undoable, without } from '@/lib/annotation/event-log';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { LayerState } from '@/lib/annotation/layer';
import type { ChangesMessage } from '@/lib/annotation/live-message';
import type { StoredWork } from './persistence';
import { annotationOf, byPosition, contentOf, repainted, WaitingRows } from './painting';
import type { RefusedRow, WaitingChange, Message } from './tables';
import { ServerAnnotations } from './server-annotations';

/** What a page shows of a replica. */
type LayerSnapshot = {
  annotations: readonly Annotation[];
  layerState: LayerState;
  refused: readonly RefusedRow[];
  canUndo: boolean;
  canRedo: boolean;
};

/**
 * A user's layer over one article in the memory of one tab: what the server has sent, what waits,
 * and the annotations painted from both. It sends and stores nothing itself.
 */
export class LayerReplica {
  readonly articleId: string;
  readonly text: string;
  layerId: string | null;
  layerState: LayerState;
  log: EventLog = emptyLog;
  refused: readonly RefusedRow[] = [];
  readonly server = new ServerAnnotations();
  private readonly waiting = new WaitingRows();
  private readonly painted = new Map<string, Annotation>();
  private list: readonly Annotation[];

  constructor(
    private readonly workspace: ArticleWorkspace,
    private readonly changed: () => void,
  ) {
    this.articleId = workspace.article.id;
    this.text = workspace.text;
    this.layerId = workspace.layer?.id ?? null;
    this.layerState = workspace.layer?.state ?? 'open';
    this.server.receive(workspace.annotations, null);
    for (const annotation of workspace.annotations) this.painted.set(annotation.id, annotation);
    this.list = [...this.painted.values()].sort(byPosition);
  }

  snapshot(): LayerSnapshot {
    return {
      annotations: this.list,
      layerState: this.layerState,
      refused: this.refused,
      canUndo: this.layerState === 'open' && undoable(this.log) !== null,
      canRedo: this.layerState === 'open' && redoable(this.log) !== null,
    };
  }

  /** The annotation as it is shown; undefined where there is none. */
  painting(annotationId: string): Annotation | undefined {
    return this.painted.get(annotationId);
  }

  /** The content of the annotation as it is shown; null where there is none. */
  contentOf(annotationId: string): AnnotationContent | null {
    const annotation = this.painted.get(annotationId);
    return annotation === undefined ? null : contentOf(annotation);
  }

  /** The version that a new change expects; null while another one waits before it. */
  expects(annotationId: string): number | null {
    if (this.waiting.has(annotationId)) return null;
    return this.server.upon(annotationId);
  }

  /** All waiting changes, oldest first. */
  rows(): WaitingChange[] {
    return this.waiting.all();
  }

  /** Adds a change, or its stored row later; it replaces the change that has the key `replaced`. */
  enter(row: WaitingChange, replaced: string | null): void {
    this.waiting.enter(row, replaced);
    this.repaint(row.annotationId);
  }

  /** Takes over the whole layer from a response; see `ServerAnnotations.receive`. */
  receive(annotations: readonly Annotation[], asOf: number | null): void {
    for (const annotationId of this.server.receive(annotations, asOf)) this.repaint(annotationId);
  }

  /** Takes over changes from a live message. Waiting changes stay shown on top of them. */
  applyChanges(message: Pick<ChangesMessage, 'put' | 'removed'>): void {
    for (const annotationId of this.server.applyChanges(message)) this.repaint(annotationId);
  }

  /**
   * Takes over what the tables hold; changes that are no longer there were handled by another tab.
   */
  load({ waiting, refused, log, layerId }: StoredWork): void {
    const ids = new Set(waiting.map(({ idempotencyKey }) => idempotencyKey));
    for (const row of this.rows())
      if (row.seq > 0 && !ids.has(row.idempotencyKey))
        this.drop(row.annotationId, [row.idempotencyKey]);
    for (const row of waiting) this.enter(row, null);
    this.refused = refused;
    this.log = log;
    this.layerId ??= layerId;
    this.changed();
  }

  /** Applies a message of this or another tab. */
  apply(message: Message): void {
    if (message.kind === 'queued') this.enter(message.row, message.replaced);
    else if (message.kind === 'dropped') this.drop(message.annotationId, message.idempotencyKeys);
    else if (message.kind === 'done') {
      const { annotationId, idempotencyKey, version, annotation } = message;
      this.server.update(annotationId, version, annotation);
      this.drop(annotationId, [idempotencyKey]);
    } else if (message.kind === 'refused') {
      const { annotationId, idempotencyKeys, refused } = message;
      this.refused = [...this.refusedBut(annotationId), refused];
      for (const idempotencyKey of idempotencyKeys) this.log = without(this.log, idempotencyKey);
      this.drop(annotationId, idempotencyKeys);
    } else if (message.kind === 'dismissed') this.refused = this.refusedBut(message.annotationId);
    else if (message.kind === 'layer') {
      this.layerId = message.layerId;
      this.layerState = message.state;
    }
    this.changed();
  }

  private refusedBut(annotationId: string): RefusedRow[] {
    return this.refused.filter((row) => row.annotationId !== annotationId);
  }

  private drop(annotationId: string, idempotencyKeys: readonly string[]): void {
    this.waiting.drop(annotationId, idempotencyKeys, this.server.upon(annotationId));
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
    const known = this.server.get(annotationId);
    const row = this.waiting.last(annotationId);
    if (row === undefined) return known?.annotation ?? undefined;
    if (row.kind === 'remove') return undefined;
    // Only its position in the queue has changed.
    if (before !== undefined && isSameContent(before, row.content)) return before;
    const frame = known?.annotation ?? {
      id: annotationId,
      layerId: this.layerId ?? '',
      codebookVersion: this.workspace.codebook.version,
      version: known?.version ?? 0,
      createdAt: row.at,
      updatedAt: row.at,
    };
    const { id, layerId, codebookVersion, version, createdAt } = frame;
    const updatedAt = row.at;
    const placed = { id, layerId, codebookVersion, version, createdAt, updatedAt };
    return annotationOf(this.text, placed, row.content);
  }
}
