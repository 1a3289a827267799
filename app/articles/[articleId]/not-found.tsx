import { LeftBehind } from '@/components/annotate/left-behind';
import { DeadEnd } from '@/components/ui/dead-end';

export const metadata = { title: 'Not here' };

export default function ArticleNotFound() {
  return (
    <>
      <DeadEnd title="There is no such article for you">
        It may have been archived, or it is not open to you. Ask whoever runs the project, and check
        that you are signed in as the right person.
      </DeadEnd>
      <LeftBehind />
    </>
  );
}
