import { chmod, mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchFolder } from '../bench/server-process.ts';
import { pause } from './harm.ts';
import { execute } from './installation.ts';

/** A disk of its own, mounted at `path`; `shutDown` stops it as a power cut does. */
export type SmallDisk = { readonly path: string; readonly remove: () => Promise<void>; readonly shutDown: () => Promise<void>; readonly remount: () => Promise<void> };

/** Why this machine cannot mount a disk; undefined when it can. */
export async function whyNoDisk(kind: 'tmpfs' | 'ext4'): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'mounting a disk needs root';
  try {
    const disk = await openDisk(kind, 16);
    if (kind === 'ext4') await disk.shutDown();
    await disk.remove();
    return undefined;
  } catch {
    return kind === 'tmpfs' ? 'this machine lets no tmpfs be mounted' : 'this machine has no loop device, mkfs.ext4 or perl';
  }
}

export async function openDisk(kind: 'tmpfs' | 'ext4', megabytes: number): Promise<SmallDisk> {
  const folder = await scratchFolder();
  const [image, path] = [join(folder.path, 'disk'), join(folder.path, 'mounted')];
  await mkdir(path);
  const mount = async () => await execute('mount', kind === 'tmpfs' ? ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'tmpfs', path] : ['-o', 'loop', image, path]);
  try {
    if (kind === 'ext4') {
      await writeFile(image, '');
      await truncate(image, megabytes * 1024 * 1024);
      await execute('mkfs.ext4', ['-q', '-F', image]);
    }
    await mount();
    await chmod(path, 0o711);
  } catch (error) {
    await folder.remove();
    throw error;
  }
  return {
    path,
    remove: async () => {
      await unmount(path);
      await folder.remove();
    },
    // EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (linux/fs/ext4/ext4.h): nothing more reaches the disk, not even the journal's buffers.
    shutDown: async () => void (await execute('perl', ['-e', 'open(my $f, "<", $ARGV[0]) or die $!; my $v = pack("L", 2); ioctl($f, 0x8004587d, $v) or die $!;', path])),
    remount: async () => {
      await unmount(path);
      await mount();
    },
  };
}

/** The last processes of a killed database take a moment to let go of the disk. */
async function unmount(path: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      await execute('umount', [path]);
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await pause(100);
    }
}
