import type { BlindPolicy } from '@/lib/project/project';
import { projectInput } from '@/lib/project/project';

/** What the form of a project holds. */
export type ProjectValues = {
  name: string;
  description: string;
  blind: BlindPolicy;
  hideSource: boolean;
};

/** The form of a project that is not there yet. */
export const emptyProject: ProjectValues = {
  name: '',
  description: '',
  blind: 'after-submit',
  hideSource: false,
};

/** What does not hold, by field, as the server would say it; empty when all does. */
export function projectFaults(values: ProjectValues): Record<string, string> {
  const { error } = projectInput.safeParse(values);
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
}
