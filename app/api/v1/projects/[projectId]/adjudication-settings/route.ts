import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import {
  changeAdjudicationSettings,
  readAdjudicationSettings,
} from '@/lib/adjudication/change-adjudication-settings';
import {
  adjudicationSettings,
  adjudicationSettingsChange,
} from '@/lib/adjudication/adjudication-settings';

const params = z.object({ projectId: z.uuid() });

export const GET = respond(
  {
    summary: 'Read the adjudication settings of a project',
    who: 'known',
    params,
    answer: adjudicationSettings,
  },
  ({ viewer, params: { projectId } }) => readAdjudicationSettings(viewer, projectId),
);

export const PATCH = respond(
  {
    summary: 'Change the adjudication settings of a project',
    who: 'known',
    params,
    body: adjudicationSettingsChange,
    answer: adjudicationSettings,
  },
  ({ viewer, params: { projectId }, body }) => changeAdjudicationSettings(viewer, projectId, body),
);
