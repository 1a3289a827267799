import type { Role } from '@/lib/access/permission';
import { may } from '@/lib/access/permission';
import type { BlindPolicy, ProjectView } from '@/lib/project/project';

/** The name of a role, with its article, and a sentence that says what it may do. */
export const roleText: Record<Role, { name: string; one: string; does: string }> = {
  owner: {
    name: 'Owner',
    one: 'an owner',
    does: 'Changes settings and roles, archives the project, and does all that managers do.',
  },
  manager: {
    name: 'Manager',
    one: 'a manager',
    does: 'Adds articles, edits the codebook, invites analysts and viewers, and sees everybody’s annotations.',
  },
  analyst: { name: 'Analyst', one: 'an analyst', does: 'Reads and annotates the articles.' },
  viewer: {
    name: 'Viewer',
    one: 'a viewer',
    does: 'Reads the articles and what is open to viewers.',
  },
};

/** What a role may do, as a whole sentence. */
export function roleSentence(role: Role): string {
  const { one, does } = roleText[role];
  return `${one.charAt(0).toUpperCase()}${one.slice(1)} ${does.charAt(0).toLowerCase()}${does.slice(1)}`;
}

/** The name of a blind policy in a form, and what it means for the members of the project. */
export const blindPolicyText: Record<BlindPolicy, { name: string; means: string }> = {
  open: {
    name: 'At once',
    means:
      'Everybody sees everybody’s annotations as they are made. Annotators may influence one another.',
  },
  'after-submit': {
    name: 'After submitting their own',
    means:
      'An analyst sees colleagues’ annotations of an article after submitting their own. Viewers see the consensus.',
  },
  closed: {
    name: 'Never',
    means:
      'Only managers and owners see everybody’s annotations. Analysts see the consensus once they have submitted; viewers see it, too.',
  },
};

/** A sentence that tells the viewer whose annotations they see in the project. */
export function seenByMe(role: Role, blind: BlindPolicy): string {
  if (may(role, 'see every layer')) return 'You see everybody’s annotations.';
  if (blind === 'open') return 'Everybody here sees everybody’s annotations.';
  if (!may(role, 'write own layer')) return 'You see the articles and their consensus.';
  return blind === 'closed'
    ? 'Only managers and owners see your annotations, and you do not see your colleagues’.'
    : 'You see colleagues’ annotations of an article once you have submitted yours.';
}

/** A sentence that tells the viewer what an export contains for them. */
export function exportHolds(role: Role, blind: BlindPolicy): string {
  if (may(role, 'see every layer') || blind === 'open')
    return 'Everybody’s annotations in this project. Archived articles are left out.';
  const what = !may(role, 'write own layer')
    ? 'The consensus of each article'
    : blind === 'closed'
      ? 'Your annotations, and the consensus of what you have submitted'
      : 'Your annotations, and everybody’s in the articles that you have submitted';
  return `${what}. Archived articles are left out.`;
}

/** How many articles an analyst has begun but not submitted, and how many they have submitted. */
export type WorkDone = { begun: number; submitted: number };

/** The viewer's progress in a project as a phrase; '' for those who do not annotate in it. */
export function projectProgressMessage(
  { role, articles }: Pick<ProjectView, 'role' | 'articles'>,
  { begun, submitted }: WorkDone,
): string {
  if (!may(role, 'write own layer') || articles === 0) return '';
  if (submitted >= articles) return 'You have submitted every article';
  if (submitted === 0 && begun === 0) return 'You have not started';
  const begunText = begun === 0 ? '' : `, ${begun.toLocaleString('en-US')} in progress`;
  return `You have submitted ${submitted.toLocaleString('en-US')} of ${articles.toLocaleString('en-US')}${begunText}`;
}
