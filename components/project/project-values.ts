import type { BlindPolicy } from '@/lib/project/project';
import { projectInput } from '@/lib/project/project';

/** The values of the project form. */
export type ProjectValues = {
  name: string;
  description: string;
  blind: BlindPolicy;
  hideSource: boolean;
};

/** The values of the form for a new project. */
export const emptyProject: ProjectValues = {
  name: '',
  description: '',
  blind: 'after-submit',
  hideSource: false,
};

/** The faults by field, with the server's messages; empty where all values are valid. */
export function projectFaults(values: ProjectValues): Record<string, string> {
  const { error } = projectInput.safeParse(values);
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
}
