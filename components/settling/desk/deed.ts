import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import type { DeskDecision, SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import type { Choice, SentDecision } from './choice';
import type { Place } from './place';
import { marksAt } from './place';

/** Something that was done on this page: a decision on a place (null: where nobody had marked), or on an arrow, or one taken back. */
export type SettlingDeed =
  | {
      do: 'decide';
      decisionId: string;
      placeId: string | null;
      sent: SentDecision;
      choice: Choice;
      decision: DeskDecision;
    }
  | { do: 'withdraw'; decisionId: string; placeId: string | null };

/** A decision as it will be, before the server has told it. */
export function decisionToBe(
  decisionId: string,
  place: Place | null,
  sent: SentDecision,
  { by, at, reasonName }: { by: DeskDecision['by']; at: string; reasonName: string },
): DeskDecision {
  const seen = place === null ? [] : marksAt(place);
  const taken = seen.filter(({ annotationId }) => sent.take?.includes(annotationId));
  const written = (sent.write ?? []).map(({ label, segments, attributes = {}, note = '' }, at) => ({
    annotationId: `${decisionId} ${at}`,
    version: 1,
    label,
    segments,
    attributes,
    note,
    confidence: null,
  }));
  const outcome = [...taken, ...written];
  const ends = outcome.flatMap(({ segments }) => segments);
  const isOwn = seen.length === 0;
  const versions = place?.versions.filter(({ holders }) =>
    holders.some(({ marks }) => marks.some((mark) => taken.includes(mark))),
  );
  const deed = isOwn
    ? 'own'
    : written.length > 0
      ? 'adjust'
      : taken.length === 0
        ? 'reject'
        : versions?.length === 1
          ? 'take'
          : 'several';
  return {
    id: decisionId,
    start: place?.start ?? Math.min(...ends.map(({ start }) => start)),
    end: place?.end ?? Math.max(...ends.map(({ end }) => end)),
    deed,
    rule: null,
    outcome,
    openAttributes: [],
    reasonKey: sent.reasonKey ?? '',
    reason: [reasonName, (sent.reason ?? '').trim()].filter((part) => part !== '').join('. '),
    by,
    at,
  };
}

/** A decision as the desk tells it, of what the API answers. */
export function deskDecisionOf(view: DecisionView): DeskDecision {
  const { id, start, end, deed, rule, outcome, openAttributes, reasonKey, reason, by, at } = view;
  return {
    id,
    start,
    end,
    deed,
    rule,
    outcome: outcome.map(({ quote: _, sources: __, ...mark }) => mark),
    openAttributes,
    reasonKey,
    reason,
    by,
    at,
  };
}

function withDecision(
  desk: SettlingDesk,
  { placeId, decision, sent }: Extract<SettlingDeed, { do: 'decide' }>,
): SettlingDesk {
  if (sent.relation !== undefined)
    return {
      ...desk,
      relations: desk.relations.map((vote) => {
        const { type, from, to, stands } = sent.relation ?? vote;
        const isIt = vote.type === type && vote.from === from && vote.to === to;
        return isIt ? { ...vote, stands, decision } : vote;
      }),
    };
  if (placeId !== null && desk.units.some(({ id }) => id === placeId))
    return {
      ...desk,
      units: desk.units.map((unit) =>
        unit.id === placeId ? { ...unit, state: 'person', decisions: [decision] } : unit,
      ),
    };
  const gone = new Set([decision.id, ...(sent.standing ?? [])]);
  return { ...desk, elsewhere: [...desk.elsewhere.filter(({ id }) => !gone.has(id)), decision] };
}

function without(desk: SettlingDesk, decisionId: string): SettlingDesk {
  const isOther = ({ id }: DeskDecision) => id !== decisionId;
  return {
    ...desk,
    units: desk.units.map((unit) => {
      if (unit.decisions.every(isOther)) return unit;
      const decisions = unit.decisions.filter(isOther);
      return { ...unit, decisions, state: decisions.length === 0 ? 'open' : unit.state };
    }),
    elsewhere: desk.elsewhere.filter(isOther),
  };
}

/** The desk as it is once these deeds are done, in their order. What they do not touch keeps its identity. */
export function withDeeds(desk: SettlingDesk, deeds: readonly SettlingDeed[]): SettlingDesk {
  return deeds.reduce(
    (now, deed) => (deed.do === 'decide' ? withDecision(now, deed) : without(now, deed.decisionId)),
    desk,
  );
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A desk that was read again, in which every unit that is as it was is the one from before, and so are the versions of one that was only decided on. */
export function renewed(before: SettlingDesk, now: SettlingDesk): SettlingDesk {
  const known = new Map(before.units.map((unit) => [unit.id, unit]));
  return {
    ...now,
    units: now.units.map((unit) => {
      const old = known.get(unit.id);
      if (old === undefined) return unit;
      if (isSame(old, unit)) return old;
      return isSame(old.versions, unit.versions) ? { ...unit, versions: old.versions } : unit;
    }),
  };
}
