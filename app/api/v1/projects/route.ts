import { respond } from '@/app/_gate/respond';
import { listingOf } from '@/lib/access/listing';
import { beginProject } from '@/lib/codebook/begin-project';
import { listProjects, projectsQuery } from '@/lib/project/list-projects';
import { projectInput, projectView } from '@/lib/project/project';

export const GET = respond(
  {
    summary: 'My projects, newest first',
    who: 'known',
    query: projectsQuery,
    answer: listingOf(projectView),
  },
  ({ viewer, query }) => listProjects(viewer, query),
);

export const POST = respond(
  {
    summary: 'Begin a project with the codebook Basic 3',
    who: 'known',
    body: projectInput,
    answer: projectView,
    status: 201,
  },
  ({ viewer, body }) => beginProject(viewer, body),
);
