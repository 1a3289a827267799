import { Calculator } from '@/components/agreement/calculator/calculator';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Agreement calculator' };

export default function CalculatorPage() {
  return (
    <Page width="text">
      <Calculator />
    </Page>
  );
}
