import type { Annotation } from '@/lib/annotation/annotation';
import type { ChangesMessage } from '@/lib/annotation/live-message';
import type { ServerVersion } from './tables';

/**
 * The last known version of an annotation on the server; `annotation` is null where it is removed.
 * `since` is the moment when it became known. One that was `missing` from a response is removed, in
 * a version that is not known.
 */
type ServerAnnotation = {
  version: number;
  annotation: Annotation | null;
  since: number;
  missing: boolean;
};

/**
 * The server's state of the user's own layer, as known from responses and messages. Older versions
 * never replace newer ones.
 */
export class ServerAnnotations {
  private readonly byId = new Map<string, ServerAnnotation>();
  private serial = 0;

  get(annotationId: string): ServerAnnotation | undefined {
    return this.byId.get(annotationId);
  }

  /** The version that a new change expects; 0 where there is none, or none that is known. */
  upon(annotationId: string): number {
    const known = this.byId.get(annotationId);
    return known === undefined || known.missing ? 0 : known.version;
  }

  /** Number of updates so far: a logical clock. */
  get moment(): number {
    return this.serial;
  }

  /** Takes over one version; false where a newer one is known. */
  update(annotationId: string, version: number, annotation: Annotation | null): boolean {
    if (version < (this.byId.get(annotationId)?.version ?? 0)) return false;
    this.byId.set(annotationId, { version, annotation, since: ++this.serial, missing: false });
    return true;
  }

  /** Takes over changes from a live message; returns the ids of those that are new. */
  applyChanges({ put, removed }: Pick<ChangesMessage, 'put' | 'removed'>): string[] {
    const news = [
      ...put.map((annotation) => ({ id: annotation.id, version: annotation.version, annotation })),
      ...removed.map(({ id, version }) => ({ id, version, annotation: null })),
    ].filter(({ id, version }) => version > (this.byId.get(id)?.version ?? 0));
    for (const { id, version, annotation } of news) this.update(id, version, annotation);
    return news.map(({ id }) => id);
  }

  /**
   * Takes over the whole layer; returns the ids of what is new. With `asOf`, the moment of the
   * request, annotations that are missing were removed elsewhere, unless they were updated since.
   */
  receive(annotations: readonly Annotation[], asOf: number | null): string[] {
    const found = new Set<string>();
    const changed: string[] = [];
    for (const annotation of annotations) {
      found.add(annotation.id);
      const known = this.byId.get(annotation.id);
      const isNewer = known === undefined || annotation.version > known.version;
      // It was missing from an earlier response, and exists after all.
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

  /**
   * Splits versions known to this browser into those known here, and newer ones that must be
   * loaded.
   */
  covered(rows: readonly ServerVersion[]): { known: ServerVersion[]; newer: ServerVersion[] } {
    const isKnown = ({ annotationId, version, removed }: ServerVersion) => {
      const known = this.byId.get(annotationId);
      return known === undefined ? removed : known.version >= version;
    };
    return { known: rows.filter(isKnown), newer: rows.filter((row) => !isKnown(row)) };
  }
}
