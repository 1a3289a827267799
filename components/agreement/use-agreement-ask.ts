import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { AgreementAsk } from './agreement-ask';
import { agreementAskOf, agreementSearch } from './agreement-ask';

/** Which readings the address asks for, and how to ask for others; the page itself is not asked for anew. */
export function useAgreementAsk(): [AgreementAsk, (changed: Partial<AgreementAsk>) => void] {
  const said = useSearchParams();
  const path = usePathname();
  const ask = useMemo(() => agreementAskOf(said), [said]);
  const change = (changed: Partial<AgreementAsk>) =>
    history.replaceState(null, '', path + agreementSearch({ ...ask, ...changed }));
  return [ask, change];
}
