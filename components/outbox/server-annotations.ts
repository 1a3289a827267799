import type { Annotation } from '@/lib/annotation/annotation';
import type { ChangesMessage } from '@/lib/annotation/live-message';
import type { ServerVersion } from './tables';

/**
 * An annotation as the server last told it, null where it is removed; `since` counts what was told
 * before. One that was `missing` from an answer is removed, as a version that is not known.
 */
type ServerAnnotation = {
  version: number;
  annotation: Annotation | null;
  since: number;
  missing: boolean;
};

/** One's own layer as the server has told it, piece by piece. Older news never replaces newer. */
export class ServerAnnotations {
  private readonly byId = new Map<string, ServerAnnotation>();
  private serial = 0;

  get(annotationId: string): ServerAnnotation | undefined {
    return this.byId.get(annotationId);
  }

  /** The version that a new deed is done upon; 0 for whatever stands, or where there is none. */
  upon(annotationId: string): number {
    const known = this.byId.get(annotationId);
    return known === undefined || known.missing ? 0 : known.version;
  }

  /** How many things the server has told so far. */
  get moment(): number {
    return this.serial;
  }

  /** Takes in one answer; false where something newer is known. */
  update(annotationId: string, version: number, annotation: Annotation | null): boolean {
    if (version < (this.byId.get(annotationId)?.version ?? 0)) return false;
    this.byId.set(annotationId, { version, annotation, since: ++this.serial, missing: false });
    return true;
  }

  /** Takes in what was told in passing; answers the ids of what is new. */
  applyChanges({ put, removed }: Pick<ChangesMessage, 'put' | 'removed'>): string[] {
    const news = [
      ...put.map((annotation) => ({ id: annotation.id, version: annotation.version, annotation })),
      ...removed.map(({ id, version }) => ({ id, version, annotation: null })),
    ].filter(({ id, version }) => version > (this.byId.get(id)?.version ?? 0));
    for (const { id, version, annotation } of news) this.update(id, version, annotation);
    return news.map(({ id }) => id);
  }

  /**
   * Takes in the whole layer; answers the ids of what is new. With `asOf`, the moment of asking, what
   * is missing was removed elsewhere, unless something was told of it since.
   */
  receive(annotations: readonly Annotation[], asOf: number | null): string[] {
    const found = new Set<string>();
    const changed: string[] = [];
    for (const annotation of annotations) {
      found.add(annotation.id);
      const known = this.byId.get(annotation.id);
      const isNewer = known === undefined || annotation.version > known.version;
      // One that was missing from an earlier answer, and is there after all.
      const isBack = known?.annotation === null && annotation.version === known.version;
      if (!isNewer && !isBack) continue;
      this.update(annotation.id, annotation.version, annotation);
      changed.push(annotation.id);
    }
    if (asOf === null) return changed;
    for (const [annotationId, { version, annotation, since }] of this.byId) {
      if (annotation === null || since > asOf || found.has(annotationId)) continue;
      this.byId.set(annotationId, {
        version,
        annotation: null,
        since: ++this.serial,
        missing: true,
      });
      changed.push(annotationId);
    }
    return changed;
  }

  /** Which versions, told to this browser before, are known here; the others must be asked for. */
  covered(rows: readonly ServerVersion[]): { known: ServerVersion[]; newer: ServerVersion[] } {
    const isKnown = ({ annotationId, version, removed }: ServerVersion) => {
      const known = this.byId.get(annotationId);
      return known === undefined ? removed : known.version >= version;
    };
    return { known: rows.filter(isKnown), newer: rows.filter((row) => !isKnown(row)) };
  }
}
