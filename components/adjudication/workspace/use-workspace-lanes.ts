import { useMemo, useState } from 'react';
import type { Annotation } from '@/lib/annotation/annotation';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { Choice } from './choice';
import { draftQuote } from './draft-editor';
import type { Passage } from './passage';
import { annotationsAt, outcomeAt } from './passage';
import { consensusOf, maxVersionRows, versionsOf, LaneIndex } from './painted-layers';

const noAnnotations: Annotation[] = [];

/**
 * What is painted over the article: the consensus and each layer (or the chosen passage's
 * versions), shading, the chosen passage, and drafts.
 */
export function useWorkspaceLanes(
  workspace: AdjudicationWorkspace,
  passages: readonly Passage[],
  chosen: Passage | null,
  choice: Choice,
  text: string,
) {
  const isNamed = !workspace.settings.anonymous;
  const [laneIndex] = useState(() => new LaneIndex());
  const compared = useMemo(() => laneIndex.layoutOf(workspace), [laneIndex, workspace]);
  const rows = useMemo(
    () =>
      Math.min(
        maxVersionRows,
        Math.max(0, ...workspace.units.map(({ versions }) => versions.length)),
      ),
    [workspace.units],
  );
  const consensus = useMemo(() => consensusOf(passages), [passages]);
  const others = useMemo(
    () => (isNamed ? compared.layers : versionsOf(chosen, rows)),
    [isNamed, compared, chosen, rows],
  );
  const layers = useMemo(() => [consensus, ...others], [consensus, others]);
  const chosenUnit = useMemo(() => {
    if (chosen === null) return null;
    const chosenAnnotations = [...annotationsAt(chosen), ...outcomeAt(chosen)];
    const highlighted = chosenAnnotations.map(({ annotationId, ...annotation }) => ({
      id: annotationId,
      ...annotation,
    }));
    return { start: chosen.start, end: chosen.end, versions: [{ annotations: highlighted }] };
  }, [chosen]);
  const { drafts } = choice;
  const annotations = useMemo((): Annotation[] => {
    if (drafts.length === 0) return noAnnotations;
    return drafts.map((draft) => ({
      ...draft,
      confidence: null,
      layerId: 'draft',
      codebookVersion: 0,
      quote: draftQuote(draft, text),
      prefix: '',
      suffix: '',
      version: 0,
      createdAt: '',
      updatedAt: '',
    }));
  }, [drafts, text]);
  return { layers, compared, chosenUnit, rows, annotations };
}
