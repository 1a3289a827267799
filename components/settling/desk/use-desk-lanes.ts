import { useMemo, useState } from 'react';
import type { Annotation } from '@/lib/annotation/annotation';
import type { SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import type { Choice } from './choice';
import { draftQuote } from './draft-editor';
import { LaneShelf } from './lane-shelf';
import type { Place } from './place';
import { marksAt, outcomeAt } from './place';
import { consensusOf, mostVersions, versionsOf } from './settled-readings';

const noMarks: Annotation[] = [];

/** What is painted over the article: the consensus and each reading (or the chosen place's versions), heat, the chosen place, what is being written. */
export function useDeskLanes(
  desk: SettlingDesk,
  places: readonly Place[],
  chosen: Place | null,
  choice: Choice,
  text: string,
) {
  const isNamed = !desk.rules.anonymous;
  const [shelf] = useState(() => new LaneShelf());
  const compared = useMemo(() => shelf.take(desk), [shelf, desk]);
  const rows = useMemo(
    () => Math.min(mostVersions, Math.max(0, ...desk.units.map(({ versions }) => versions.length))),
    [desk.units],
  );
  const consensus = useMemo(() => consensusOf(places), [places]);
  const others = useMemo(
    () => (isNamed ? compared.readings : versionsOf(chosen, rows)),
    [isNamed, compared, chosen, rows],
  );
  const readings = useMemo(() => [consensus, ...others], [consensus, others]);
  const lit = useMemo(() => {
    if (chosen === null) return null;
    const marks = [...marksAt(chosen), ...outcomeAt(chosen)];
    const said = marks.map(({ annotationId, ...mark }) => ({ id: annotationId, ...mark }));
    return { start: chosen.start, end: chosen.end, stands: [{ marks: said }] };
  }, [chosen]);
  const { drafts } = choice;
  const annotations = useMemo((): Annotation[] => {
    if (drafts.length === 0) return noMarks;
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
  return { readings, compared, lit, rows, annotations };
}
