import { PanelSkeleton } from '@/components/agreement/panel-skeleton';
import { Page } from '@/components/ui/page';

export default function Loading() {
  return (
    <Page>
      <PanelSkeleton />
    </Page>
  );
}
