import { RotateCw, TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface Props {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Shows `fallback` instead of a blank window when drawing fails. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  /** React calls this when a child throws. */
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

/** What stands in a window that could not be drawn. */
export function CrashScreen() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={TriangleAlert} title={t('screens.app.crashed.what')} text={t('screens.app.crashed.next')}>
      <Button onClick={() => window.location.reload()}><RotateCw className="size-4" aria-hidden />{t('screens.app.crashed.retry')}</Button>
    </EmptyState>
  );
}
