import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'

const MONITOR_V2 = 33_001
const MONITOR_V1 = 33_002
const GATEWAY = 33_003
const OSDS = 3
const GIB = 2 ** 30

/** A Ceph cluster of one monitor, three object daemons and a gateway that speaks S3, all on loopback and in one temporary folder. */
export interface Cluster {
  readonly storageOptions: Record<string, string>
  /** Makes a bucket and gives its address. */
  makeBucket(name: string): Promise<string>
  /** Kills one object daemon as a power loss would. */
  killOsd(number: number): Promise<void>
  killAll(): Promise<void>
  /** Starts what is not running and waits until the gateway answers. */
  start(): Promise<void>
  /** Ends everything and removes its folder. */
  remove(): Promise<void>
}

/** Whether Ceph is installed and may be started: apt-get install --no-install-recommends ceph-mon ceph-osd radosgw ceph-common */
export const mayStartCeph = (): boolean =>
  process.getuid?.() === 0 &&
  ['ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin', 'monmaptool'].every(name => spawnSync('which', [name]).status === 0)

const credentials = { accessKeyId: 'FINSAMKEY', secretAccessKey: 'FINSAMSECRET' }

/** Loopback only; no authentication between the daemons; two of three copies are enough to go on. */
const settings = (folder: string, fsid: string): string => `[global]
fsid = ${fsid}
mon host = [v2:127.0.0.1:${MONITOR_V2},v1:127.0.0.1:${MONITOR_V1}]
mon initial members = a
auth cluster required = none
auth service required = none
auth client required = none
ms mon client mode = crc
public addr = 127.0.0.1
cluster addr = 127.0.0.1
run dir = ${folder}
admin socket = ${folder}/$cluster-$name.$pid.asok
log file = ${folder}/$name.log
osd pool default size = ${OSDS}
osd pool default min size = ${OSDS - 1}
osd pool default pg num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
osd objectstore = bluestore
bluestore block size = ${2 * GIB}
osd memory target = ${GIB}
osd heartbeat interval = 1
osd heartbeat grace = 3
mon osd min down reporters = 1
mon data avail crit = 1
mon data avail warn = 2
[mon.a]
host = ${hostname()}
mon data = ${folder}/mon
[osd]
osd data = ${folder}/osd$id
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:${GATEWAY}
`

async function until(what: string, isSo: () => boolean | Promise<boolean>, patienceMs = 120_000): Promise<void> {
  const end = Date.now() + patienceMs
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Ceph: ${what} did not happen in ${patienceMs / 1000} s`)
    await pause(250)
  }
}

const answers = async (): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${GATEWAY}/`, { signal: AbortSignal.timeout(2_000) })).status < 500
  } catch {
    return false
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

async function kill(child: ChildProcess | undefined): Promise<void> {
  if (!child || hasEnded(child)) return
  const ended = new Promise(done => child.once('exit', done))
  child.kill('SIGKILL')
  await ended
}

/** Makes and starts a cluster. The caller removes it. */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-ceph-'))
  const fsid = randomUUID()
  const environment = { ...process.env, CEPH_CONF: join(folder, 'ceph.conf') }
  writeFileSync(environment.CEPH_CONF, settings(folder, fsid))
  const run = (command: string, ...args: readonly string[]): string =>
    execFileSync(command, args, { cwd: folder, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 })
  const daemons = new Map<string, ChildProcess>()
  const startDaemon = (name: string, command: string, ...args: readonly string[]): void => {
    const running = daemons.get(name)
    if (running && !hasEnded(running)) return
    const log = openSync(join(folder, `${name}.out`), 'a')
    daemons.set(name, spawn(command, ['-f', ...args], { cwd: folder, env: environment, stdio: ['ignore', log, log] }))
    closeSync(log)
  }
  const up = (): number => JSON.parse(run('ceph', 'osd', 'stat', '-f', 'json')).num_up_osds
  const startMonitor = async () => {
    startDaemon('mon', 'ceph-mon', '-i', 'a')
    await until('an answer of the monitor', () => spawnSync('ceph', ['-s', '--connect-timeout', '2'], { env: environment }).status === 0)
  }
  const startRest = async () => {
    for (let id = 0; id < OSDS; id += 1) startDaemon(`osd${id}`, 'ceph-osd', '-i', String(id))
    await until('the start of all object daemons', () => up() === OSDS)
    startDaemon('gateway', 'radosgw', '-n', 'client.rgw')
    await until('an answer of the gateway', answers)
  }
  const address = `[v2:127.0.0.1:${MONITOR_V2},v1:127.0.0.1:${MONITOR_V1}]`
  const killAll = async () => {
    await Promise.all([...daemons.values()].map(kill))
  }
  const remove = async () => {
    await killAll()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    run('monmaptool', '--create', '--clobber', '--addv', 'a', address, '--fsid', fsid, 'monmap')
    mkdirSync(join(folder, 'mon'))
    run('ceph-mon', '--mkfs', '-i', 'a', '--monmap', 'monmap')
    await startMonitor()
    for (let id = 0; id < OSDS; id += 1) {
      const uuid = randomUUID()
      mkdirSync(join(folder, `osd${id}`))
      run('ceph-osd', '-i', run('ceph', 'osd', 'new', uuid).trim(), '--mkfs', '--osd-uuid', uuid)
    }
    await startRest()
    const { accessKeyId, secretAccessKey } = credentials
    run(
      'radosgw-admin',
      'user',
      'create',
      '--uid=finsam',
      '--display-name=finsam',
      `--access-key=${accessKeyId}`,
      `--secret=${secretAccessKey}`,
    )
  } catch (error) {
    await remove()
    throw error
  }
  const endpoint = `http://127.0.0.1:${GATEWAY}`
  return {
    storageOptions: {
      endpoint,
      aws_access_key_id: credentials.accessKeyId,
      aws_secret_access_key: credentials.secretAccessKey,
      region: 'us-east-1',
      allow_http: 'true',
    },
    async makeBucket(name) {
      const made = await new AwsClient({ ...credentials, service: 's3', region: 'us-east-1' }).fetch(`${endpoint}/${name}`, {
        method: 'PUT',
      })
      if (!made.ok) throw new Error(`Ceph: the bucket was not made: ${made.status}`)
      return `s3://${name}`
    },
    killOsd: number => kill(daemons.get(`osd${number}`)),
    killAll,
    async start() {
      await startMonitor()
      await startRest()
    },
    remove,
  }
}
