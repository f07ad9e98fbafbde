import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const at = (name: string): string => resolve(import.meta.dirname, '../../deploy', name);
const text = (name: string): string => readFileSync(at(name), 'utf8');

function has(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What a command says of an input; `null` where it finds nothing wrong. */
function faultOf(command: string, args: readonly string[], input = ''): string | null {
  try {
    execFileSync(command, args, { input, stdio: 'pipe', env: { ...process.env, HUNI_REDIS_PASSWORD: 'word' } });
    return null;
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr);
  }
}

describe('what is deployed', () => {
  it('is a Compose file whose workers reach its Redis, whose password is in no command', () => {
    const { services } = parse(text('compose.yaml'));
    expect(services.worker.command).toEqual(['worker', '--redis', 'redis://redis:6379']);
    expect(services.worker.build.dockerfile).toBe('deploy/Dockerfile');
    expect(services.redis.command.join(' ')).toMatch(/--appendonly yes.*noeviction/);
    expect(services.redis.ports).toEqual(['127.0.0.1:6379:6379']);
  });

  it.skipIf(!has('docker-compose', '--version'))(
    'is a Compose file that docker-compose takes, and it takes not all',
    () => {
      const compose = text('compose.yaml');
      const check = (file: string): string | null =>
        faultOf('docker-compose', ['--project-directory', at('.'), '-f', '-', 'config', '-q'], file);
      expect(check(compose)).toBeNull();
      expect(check(compose.replace('restart:', 'restrt:'))).toContain('restrt');
    },
  );

  it('is Kubernetes objects that name one another', () => {
    const objects = parseAllDocuments(text('kubernetes/worker.yaml')).map((document) => document.toJS());
    expect(objects.map(({ kind }) => kind)).toEqual(['Secret', 'Deployment', 'HorizontalPodAutoscaler']);
    const [secret, deployment, scaler] = objects;
    const { template, selector } = deployment.spec;
    expect(template.metadata.labels).toEqual(selector.matchLabels);
    expect(template.spec.volumes[0].secret.secretName).toBe(secret.metadata.name);
    expect(scaler.spec.scaleTargetRef.name).toBe(deployment.metadata.name);
    expect(template.spec.containers[0].args[0]).toBe('worker');
  });

  it('is an image whose folders are those of the package', () => {
    const { files } = JSON.parse(readFileSync(resolve(at('.'), '../package.json'), 'utf8'));
    const copied = [...text('Dockerfile').matchAll(/COPY --from=build \/huni\/(\S+)/g)].map(([, name]) => name);
    for (const name of ['bin', 'dist']) {
      expect(files).toContain(name);
      expect(copied).toContain(name);
    }
  });

  it('is a unit with a command and no password', () => {
    const unit = text('systemd/huni-worker.service');
    expect(unit).toMatch(/^ExecStart=\S+node \S+huni\.js worker --redis redis:\/\/\S+$/m);
    expect(unit).toMatch(/^LoadCredential=redis:/m);
  });

  it.skipIf(!has('systemd-analyze', '--version'))('is a unit that systemd understands', () => {
    const { stderr } = (() => {
      try {
        execFileSync('systemd-analyze', ['verify', at('systemd/huni-worker.service')], { stdio: 'pipe' });
        return { stderr: '' };
      } catch (error) {
        return { stderr: String((error as { stderr: Buffer }).stderr) };
      }
    })();
    expect(stderr).not.toMatch(/Unknown (key|section|lvalue)/);
  });
});
