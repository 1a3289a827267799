import { listMentions } from '@/lib/discussion/mentions';
import { pageViewer } from '@/app/_gate/viewer';
import { MentionList } from '@/components/discussion/mention-list';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Mentions' };

export default async function MentionsPage() {
  const viewer = await pageViewer('/mentions');
  const first = await listMentions(viewer, { limit: 50, unseen: false });
  return (
    <Page width="text">
      <MentionList first={first} />
    </Page>
  );
}
