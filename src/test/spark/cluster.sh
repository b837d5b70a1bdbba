#!/usr/bin/env bash
# Runs the Spark job on a master and two workers, processes of their own on this machine, and
# compares what it writes with what one process writes. Spark's jars come through Maven.
#
#   mvn test-compile && src/test/spark/cluster.sh [ROWS]
set -euo pipefail
cd "$(dirname "$0")/../../.."

rows=${1:-100000}
port=17077
work=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$work"
}
trap cleanup EXIT

mvn -q -o dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
classpath="$PWD/target/classes:$(cat "$work/classpath")"
opens=$(sed -n 's/.*<spark.opens>\(.*\)<\/spark.opens>.*/\1/p' pom.xml)
mkdir -p "$work/jars"
export SPARK_HOME="$work" SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=2.13

# Starts a Java program of Spark's aside, with the rest as its arguments.
start() {
  java -Xmx128m -XX:+UseSerialGC $opens -cp "$classpath" "$@" &
  pids+=($!)
}
start org.apache.spark.deploy.master.Master --host 127.0.0.1 --port $port --webui-port 0 \
  >"$work/master.log" 2>&1
for worker in 1 2; do
  start org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 --cores 1 \
    --memory 512M --work-dir "$work/worker$worker" "spark://127.0.0.1:$port" \
    >"$work/worker$worker.log" 2>&1
done

{
  echo "id,about,words"
  for ((i = 0; i < rows; i++)); do
    if ((i % 7 == 0)); then
      printf 'thing/t%d,thing/t%d,"two\nlines, and a ""mark"""\n' $i $((i % 50))
    else
      printf 'thing/t%d,thing/t%d,words %d\n' $i $((i % 50)) $((i % 9))
    fi
  done
} >"$work/rows.csv"
cat >"$work/rows.rq" <<'QUERY'
# Rows.
BASE <https://w3id.org/entente/id/>
PREFIX ent: <https://w3id.org/entente/ontology#>
CONSTRUCT { ?thing ent:about ?other ; ent:content ?said }
WHERE {
  BIND(IRI(?id) AS ?thing)
  BIND(IRI(?about) AS ?other)
  BIND(STRLANG(?words, "en") AS ?said)
}
QUERY

java -cp "$classpath" org.entente.Main map "$work/rows.csv" --mapping "$work/rows.rq" \
  --to "$work/single.nq"
java -Xmx512m $opens -cp "$classpath" \
  -Dspark.master="spark://127.0.0.1:$port" -Dspark.ui.enabled=false \
  -Dspark.driver.host=127.0.0.1 -Dspark.driver.bindAddress=127.0.0.1 \
  -Dspark.executor.memory=480m -Dspark.executor.extraClassPath="$classpath" \
  -Dspark.executor.extraJavaOptions="$opens" -Dspark.cores.max=2 -Dspark.executor.cores=1 \
  org.entente.spark.SparkJob map "$work/rows.csv" "$work/rows.rq" ontology "$work/out" 8 \
  >"$work/driver.log" 2>&1 || { cat "$work"/*.log; exit 1; }
cat "$work"/out/part-* | cmp - "$work/single.nq"
executors=$(find "$work/worker1" "$work/worker2" -mindepth 2 -maxdepth 2 -type d | wc -l)
echo "the same $(wc -l <"$work/single.nq") lines from $(ls "$work/out" | wc -l) parts on $executors executors"
