import { compareReadings } from '@/lib/agreement/comparison/compare-readings';
import type { DisagreementKind } from '@/lib/agreement/comparison/compared-unit';
import type { DecisionViewer } from '../decision/decision-access';
import { canReachDecision, seesWholeDecisions } from '../decision/decision-access';
import type { ContentMark } from '../layer-content';
import type { Verdict } from './verdict';

/** Why a place is as it is in the consensus: what was said, by whom, when. */
export type Why = Pick<Verdict, 'decisionId' | 'deed' | 'rule' | 'reason' | 'by' | 'at'>;

/** The verdicts that this person reaches; to those who do not see others’ layers without the rule, which tells of these. */
export function openVerdicts(viewer: DecisionViewer, verdicts: readonly Verdict[]): Verdict[] {
  const reached = verdicts.filter(({ layerIds, stands, made }) =>
    canReachDecision(viewer, { layerIds, stands, makes: made.length > 0 }),
  );
  return seesWholeDecisions(viewer)
    ? reached
    : reached.map((verdict) => ({ ...verdict, rule: '' }));
}

/** A place where somebody or the consensus marks something. Positions are UTF-16 code units. */
export type AgainstUnit = {
  id: string;
  start: number;
  end: number;
  /** The words of the place. */
  quote: string;
  /** How the two part there; empty where they say the same. */
  kinds: DisagreementKind[];
  mine: ContentMark[];
  settled: ContentMark[];
  /** The decisions that made it so; none where no decision names it. */
  whys: Why[];
};

const keyOf = (annotationId: string, version: number) => `${annotationId} ${version}`;

const whyOf = ({ decisionId, deed, rule, reason, by, at }: Verdict): Why => ({
  decisionId,
  deed,
  rule,
  reason,
  by,
  at,
});

type Place = Pick<AgainstUnit, 'start' | 'end' | 'mine' | 'settled'>;

/**
 * Says of a place which decisions made it so: those that made what the consensus has there, that
 * decided on one of the person's own annotations, or that did not give, on words of the place, a
 * label that they have there: a mark that was rejected when others said it is answered too.
 */
function speaksOf(verdict: Verdict, place: Place, settledKeys: ReadonlySet<string>): boolean {
  if (
    verdict.made.some(({ annotationId, version }) => settledKeys.has(keyOf(annotationId, version)))
  )
    return true;
  if (!verdict.stands) return false;
  if (place.mine.some(({ id }) => verdict.sources.includes(id))) return true;
  const meets = verdict.start < place.end && place.start < verdict.end;
  return meets && place.mine.some(({ label }) => verdict.declined.includes(label));
}

/**
 * Lays one reading beside the consensus, place by place in text order: what the one marked, what the
 * other has, how they part and why. `text` is what both read; `verdicts` come by place.
 */
export function againstConsensus(
  mine: readonly ContentMark[],
  settled: readonly ContentMark[],
  verdicts: readonly Verdict[],
  text: string,
): AgainstUnit[] {
  const units = compareReadings([
    { layerId: 'mine', marks: mine },
    { layerId: 'settled', marks: settled },
  ]);
  const marks = new Map([...mine, ...settled].map((mark) => [mark.id, mark]));
  return units.map(({ id, start, end, kinds, stands }) => {
    const [own = [], theirs = []] = stands.map((stand) =>
      stand.marks.flatMap((mark) => marks.get(mark.id) ?? []),
    );
    const place = { start, end, mine: own, settled: theirs };
    const settledKeys = new Set(theirs.map((mark) => keyOf(mark.id, mark.version)));
    const whys = verdicts.filter((verdict) => speaksOf(verdict, place, settledKeys)).map(whyOf);
    return { id, ...place, quote: text.slice(start, end), kinds, whys };
  });
}
