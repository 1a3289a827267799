import { redirect } from 'next/navigation';
import { pageVisitor } from '@/app/_gate/viewer';
import { NobodyYet } from '@/components/project/nobody-yet';
import { StartRoom } from '@/components/project/start-room';
import { Page } from '@/components/ui/page';
import { isAnybodyHere } from '@/lib/access/is-anybody-here';
import { readOwnProgress } from '@/lib/annotation/read-own-progress';
import { listProjects } from '@/lib/project/list-projects';

export const metadata = { title: { absolute: 'Projects · Parallax' } };

const most = { limit: 1000 };

export default async function StartPage() {
  const viewer = await pageVisitor();
  if (viewer === null) {
    if (await isAnybodyHere()) redirect('/sign-in');
    return (
      <Page>
        <NobodyYet />
      </Page>
    );
  }
  const [{ items: projects }, { items: archived }, progress] = await Promise.all([
    listProjects(viewer, most),
    listProjects(viewer, { ...most, archived: true }),
    readOwnProgress(viewer),
  ]);
  return (
    <Page>
      <StartRoom projects={projects} archived={archived} progress={progress} />
    </Page>
  );
}
