import { counted } from '@/components/ui/format-text';
import type { WorkspaceDecision } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { PassageState } from './passage';
import { reasonMessage } from '@/components/workbench/against-consensus-messages';

/** What each state is called, and what it means. */
export const stateText: Record<PassageState, { name: string; means: string }> = {
  open: { name: 'Open', means: 'Nobody has decided yet.' },
  changed: { name: 'Asks again', means: 'Something is said here now that was not said then.' },
  attributes: { name: 'Attributes open', means: 'A rule settled it but for a tie in attributes.' },
  rule: { name: 'By rule', means: 'A rule of the merge settled it.' },
  person: { name: 'Settled', means: 'Somebody decided.' },
  elsewhere: { name: 'Without readings', means: 'No reading says anything here (any more).' },
};

const kindText: Record<WorkspaceDecision['kind'], string> = {
  take: 'Taken as it was',
  several: 'Several versions taken',
  adjust: 'Adjusted',
  own: 'Written by hand',
  reject: 'All rejected',
  relation: 'An arrow decided',
  rule: 'Settled by rule',
};

/** What a decision did, in words. */
export const decisionMessage = ({ kind }: Pick<WorkspaceDecision, 'kind'>): string =>
  kindText[kind];

/** Why a decision was made. */
export const decisionReasonMessage = ({
  reason,
  rule,
}: Pick<WorkspaceDecision, 'reason' | 'rule'>): string =>
  reasonMessage({ reason, rule: rule ?? '' });

/** How far a desk is: “14 of 61 places are settled; 3 ask again.” */
export function progressMessage(counts: Record<PassageState, number>): string {
  const { open, changed, attributes, rule, person } = counts;
  const all = open + changed + attributes + rule + person;
  if (all === 0) return 'No reading marks anything.';
  const resolved = rule + person;
  const again = changed === 0 ? '' : `; ${changed} ${changed === 1 ? 'asks' : 'ask'} again`;
  if (resolved === all) return `All ${counted(all, 'place')} ${all === 1 ? 'is' : 'are'} settled`;
  return `${resolved.toLocaleString('en')} of ${counted(all, 'place')} ${all === 1 ? 'is' : 'are'} settled${again}`;
}

/** The letter by which a version is called where its number would be taken for a reading. */
export const versionLetter = (at: number): string => String.fromCharCode(65 + at);

/** Who is at a place too, in words; empty for nobody. */
export function alsoHereMessage(names: readonly string[]): string {
  if (names.length === 0) return '';
  const last = names.at(-1) ?? '';
  const all = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  return `${all} ${names.length === 1 ? 'is' : 'are'} at this place too.`;
}
