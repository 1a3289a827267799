import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import type { DeedLog } from '@/lib/annotation/deed-log';
import { emptyLog, redoable, undoable, without } from '@/lib/annotation/deed-log';
import type { Desk } from '@/lib/annotation/desk';
import type { LayerState } from '@/lib/annotation/layer';
import type { Message } from './message';
import { annotationOf, contentOf, repainted } from './painting';
import type { RefusedRow, ToldVersion, WaitingDeed } from './tables';

/** An annotation as the server last told it; `since` counts what was told before. */
type Told = { version: number; annotation: Annotation | null; since: number };

/** What a page shows of a shelf. */
export type Shelved = {
  annotations: readonly Annotation[];
  layerState: LayerState;
  refused: readonly RefusedRow[];
  canUndo: boolean;
  canRedo: boolean;
};

/** What the tables hold of one article. */
export type Kept = {
  waiting: WaitingDeed[];
  refused: RefusedRow[];
  log: DeedLog;
  layerId: string | null;
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
  private readonly told = new Map<string, Told>();
  private readonly waiting = new Map<string, WaitingDeed[]>();
  private readonly painted = new Map<string, Annotation>();
  private list: readonly Annotation[] = [];
  private serial = 0;

  constructor(
    private readonly desk: Desk,
    private readonly changed: () => void,
  ) {
    this.articleId = desk.article.id;
    this.text = desk.text;
    this.layerId = desk.layer?.id ?? null;
    this.layerState = desk.layer?.state ?? 'open';
    this.list = desk.annotations;
    for (const annotation of desk.annotations) {
      this.painted.set(annotation.id, annotation);
      this.told.set(annotation.id, { version: annotation.version, annotation, since: 0 });
    }
  }

  shelved(): Shelved {
    return {
      annotations: this.list,
      layerState: this.layerState,
      refused: this.refused,
      canUndo: undoable(this.log) !== null,
      canRedo: redoable(this.log) !== null,
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
    return this.told.get(annotationId)?.version ?? 0;
  }

  /** Every deed that waits here, the oldest first, those that have no place in the table yet last. */
  rows(): WaitingDeed[] {
    const place = ({ seq }: WaitingDeed) => (seq === 0 ? Infinity : seq);
    return [...this.waiting.values()].flat().sort((one, other) => {
      return place(one) === place(other) ? 0 : place(one) - place(other);
    });
  }

  /** How many things the server has told; for `receive`. */
  get moment(): number {
    return this.serial;
  }

  /** Takes a deed in, or its row once it has one, in the place of the deed that it replaces. */
  enter(row: WaitingDeed, replaced: string | null): void {
    const rows = (this.waiting.get(row.annotationId) ?? []).filter(
      ({ deedId }) => deedId !== row.deedId && deedId !== replaced,
    );
    const at = row.seq === 0 ? -1 : rows.findIndex(({ seq }) => seq === 0 || seq > row.seq);
    rows.splice(at === -1 ? rows.length : at, 0, row);
    this.waiting.set(row.annotationId, rows);
    this.repaint(row.annotationId);
  }

  /**
   * Takes the layer's annotations as the server told them. With `asOf`, the moment of asking, those
   * that are missing were removed elsewhere, unless something was told of them since.
   */
  receive(annotations: readonly Annotation[], asOf: number | null): void {
    const found = new Set<string>();
    for (const annotation of annotations) {
      found.add(annotation.id);
      const known = this.told.get(annotation.id);
      const isNewer = known === undefined || annotation.version > known.version;
      // One that was missing from an earlier answer, and is there after all.
      const isBack = known?.annotation === null && annotation.version === known.version;
      if (isNewer || isBack) this.tell(annotation.id, annotation.version, annotation);
    }
    if (asOf === null) return;
    for (const [annotationId, { version, annotation, since }] of this.told)
      if (annotation !== null && since <= asOf && !found.has(annotationId))
        this.tell(annotationId, version, null);
  }

  /** Takes what the tables hold; what they do not have any more was settled by another tab. */
  load({ waiting, refused, log, layerId }: Kept): void {
    const ids = new Set(waiting.map(({ deedId }) => deedId));
    for (const row of this.rows()) if (row.seq > 0 && !ids.has(row.deedId)) this.drop([row]);
    for (const row of waiting) this.enter(row, null);
    this.refused = refused;
    this.log = log;
    this.layerId ??= layerId;
    this.changed();
  }

  /** Which told versions the page already shows; the others it must ask for. */
  covered(rows: readonly ToldVersion[]): { known: ToldVersion[]; newer: ToldVersion[] } {
    const isKnown = ({ annotationId, version, removed }: ToldVersion) => {
      const told = this.told.get(annotationId);
      if (removed && told?.annotation == null) return true;
      return (told?.version ?? 0) >= version;
    };
    return { known: rows.filter(isKnown), newer: rows.filter((row) => !isKnown(row)) };
  }

  /** Takes in what happened, here or in another tab. */
  apply(message: Message): void {
    if (message.kind === 'entered') this.enter(message.row, message.replaced);
    else if (message.kind === 'dropped') this.dropNamed(message.annotationId, message.deedIds);
    else if (message.kind === 'done') {
      const { annotationId, deedId, version, annotation } = message;
      this.dropNamed(annotationId, [deedId], version);
      if (version >= (this.told.get(annotationId)?.version ?? 0))
        this.tell(annotationId, version, annotation);
    } else if (message.kind === 'refused') {
      const { annotationId, deedIds, refused } = message;
      this.refused = [...this.refusedBut(annotationId), refused];
      for (const deedId of deedIds) this.log = without(this.log, deedId);
      this.dropNamed(annotationId, deedIds);
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

  private tell(annotationId: string, version: number, annotation: Annotation | null): void {
    this.told.set(annotationId, { version, annotation, since: ++this.serial });
    this.repaint(annotationId);
  }

  private drop(rows: readonly WaitingDeed[]): void {
    for (const { annotationId, deedId } of rows) this.dropNamed(annotationId, [deedId]);
  }

  private dropNamed(annotationId: string, deedIds: readonly string[], version?: number): void {
    const rows = this.waiting.get(annotationId)?.filter(({ deedId }) => !deedIds.includes(deedId));
    const [first, ...rest] = rows ?? [];
    if (first === undefined) this.waiting.delete(annotationId);
    else {
      const expects = version ?? this.told.get(annotationId)?.version ?? 0;
      this.waiting.set(annotationId, [{ ...first, expects }, ...rest]);
    }
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
    const row = this.waiting.get(annotationId)?.at(-1);
    if (row === undefined) return told?.annotation ?? undefined;
    if (row.deed === 'remove') return undefined;
    // The very content that is painted: it has only moved on in the queue.
    if (before !== undefined && before.segments === row.content.segments) {
      const { label, attributes, note, confidence } = row.content;
      const isSame = before.label === label && before.attributes === attributes;
      if (isSame && before.note === note && before.confidence === confidence) return before;
    }
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
