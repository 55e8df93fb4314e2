# shellcheck shell=bash disable=SC2034,SC2154 # what is set here is used by those that source it
# What the launchers share: finds the JDK, builds when needed, and puts the command lines together.
# Sourced with $house set to the checkout. Runs on bash 3.2 too, which is what macOS has.

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "$@"
  exit 1
}

# The major version of the JDK in a folder; nothing when it is none.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p' || true)
  fi
  printf '%s' "$version"
}

# Where JDKs may lie, the wanted ones first.
jdk_places() {
  if [ -n "${JAVA_HOME-}" ]; then printf '%s\n' "$JAVA_HOME"; fi
  local java
  java=$(command -v java || true)
  if [ -n "$java" ]; then
    java=$(resolve "$java")
    printf '%s\n' "${java%/bin/java}"
  fi
  if [ -n "${SAYSO_JDKS+set}" ]; then
    printf '%s\n' "$SAYSO_JDKS"/*
    return
  fi
  if [ -x /usr/libexec/java_home ]; then /usr/libexec/java_home -v 25+ 2>/dev/null || true; fi
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/*
}

# Follows symbolic links to the file itself.
resolve() {
  local file=$1 target
  while [ -L "$file" ]; do
    target=$(readlink "$file")
    case $target in
      /*) file=$target ;;
      *) file=$(dirname "$file")/$target ;;
    esac
  done
  printf '%s/%s' "$(cd -P "$(dirname "$file")" && pwd)" "$(basename "$file")"
}

# Sets $jdk, or ends with what to install.
find_jdk() {
  local place version
  while IFS= read -r place; do
    version=$(jdk_version "$place")
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      jdk=$place
      return
    fi
  done < <(jdk_places)
  stop "Sayso needs a JDK 25 or later, and none was found: install one (for example Temurin 25; on Debian the package temurin-25-jdk or openjdk-25-jdk) or set JAVA_HOME to it."
}

needs_maven() {
  command -v mvn >/dev/null ||
    stop "Sayso is built by Maven 3.8 or later, and there is no mvn on the PATH: install it (on Debian: apt-get install maven)."
}

# Maven on the JDK that was found. The first compiler alone is quicker for a build; Maven's own
# libraries use what a newer JDK warns of.
maven() {
  JAVA_HOME=$jdk MAVEN_OPTS="-XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}" mvn -f "$house/pom.xml" "$@"
}

# Runs one step of a build into the log; ends with the log's end when it fails.
step() {
  local log=$house/target/build.log
  if ! "$@" >>"$log" 2>&1; then
    {
      grep -E '^\[ERROR\] .' "$log" || tail -n 15 "$log"
    } | grep -vE 're-run|Re-run|For more information|After correcting|Help 1\] http|mvn <args>' | tail -n 15 >&2 || true
    stop "Sayso could not be built; the end of the log is above, all of it in $log"
  fi
}

# Sets $app to the folder of the last build, and builds when there is none or a source is newer.
ready() {
  runs=$house/sayso-app/target/run
  if ! is_current; then
    needs_maven
    begin_build
    if ! is_current; then build; fi
    end_build
  fi
  app=$runs/$(cat "$runs/current")
}

is_current() {
  local current=$runs/current
  [ -f "$current" ] && [ -f "$runs/$(cat "$current")/sayso.jar" ] || return 1
  [ -z "$(find "$house/pom.xml" "$house"/sayso-{language,app}/{pom.xml,src/main} "$house/build/launch.sh" \
    -newer "$current" | head -n 1)" ]
}

# One build at a time in a checkout: two that start together would write the same files.
begin_build() {
  local owner told=
  lock=$house/target/building
  mkdir -p "$house/target" 2>/dev/null || stop "Sayso must be built first, and $house cannot be written by this user."
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$lock"
      continue
    fi
    if [ -z "$told" ]; then say "Waiting for the build that process ${owner:-?} runs (its mark is $lock)…"; fi
    told=yes
    sleep 0.5
  done
  trap 'rm -rf "$lock"' EXIT
  echo $$ >"$lock/pid"
}

end_build() {
  rm -rf "$lock"
  trap - EXIT
}

# Every build lies in a folder of its own, so that a server that runs keeps its jars; the one before
# is kept for it, older ones go. What was changed while the build ran is newer than its mark.
build() {
  if [ -f "$runs/current" ]; then
    say "Building Sayso again, its sources have changed…"
  else
    say "Building Sayso (once, about a minute)…"
  fi
  local id before old
  id=$(date +%Y%m%dT%H%M%S)-$$
  before=$(cat "$runs/current" 2>/dev/null || true)
  mkdir -p "$runs"
  echo "$id" >"$runs/next"
  : >"$house/target/build.log"
  step maven -B -q -pl sayso-app -am -Dmaven.test.skip -Dexec.skip -Dmdep.skip package
  step "$jdk/bin/java" -Djarmode=tools -jar "$house/sayso-app/target/sayso.jar" extract --destination "$runs/$id"
  app=$runs/$id
  train
  mv "$runs/next" "$runs/current"
  for old in "$runs"/*/; do
    case $(basename "$old") in
      "$id" | "$before") ;;
      *) rm -rf "$old" ;;
    esac
  done
}

# The caches belong to one JDK; another one starts without, only slower.
cache() { printf '%s/%s-%s.aot' "$app" "$1" "$(cksum <"$jdk/release" 2>/dev/null | tr ' ' -)"; }

# A cache that was trained for the JDK; without one the JVM starts all the same, only slower.
cached() {
  local file
  file=$(cache "$1")
  if [ -f "$file" ]; then printf '%s' "-XX:AOTCache=$file"; else printf '%s' -Xshare:auto; fi
}

# Both run on their own settings for memory and compilers (figures: ./bench start). A person's own
# come last and win: SAYSO_JAVA_OPTIONS="-Xmx512m".
server_flags=(-Xms32m -Xmx192m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED)
client_flags=(-Xms16m -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1)

server_command() {
  # shellcheck disable=SC2206 # options are words
  command=("$jdk/bin/java" "$(cached server)" "${server_flags[@]}" ${SAYSO_JAVA_OPTIONS-} -cp "$app/sayso.jar" dev.sayso.Sayso)
}

client_command() {
  command=("$jdk/bin/java" "$(cached client)" "${client_flags[@]}" -cp "$app/sayso.jar" dev.sayso.Sayso)
}

# A rehearsal of each, from which the JVM keeps the loaded classes and what was hot. A failure costs
# nothing but the time gained.
train() {
  local data
  data=$(mktemp -d)
  "$jdk/bin/java" "-XX:AOTCacheOutput=$(cache server)" "${server_flags[@]}" -cp "$app/sayso.jar" \
    dev.sayso.Rehearsal "$data" >>"$house/target/build.log" 2>&1 </dev/null || rm -f "$(cache server)"
  "$jdk/bin/java" "-XX:AOTCacheOutput=$(cache client)" "${client_flags[@]}" -cp "$app/sayso.jar" \
    dev.sayso.cli.Rehearsal >>"$house/target/build.log" 2>&1 </dev/null || rm -f "$(cache client)"
  rm -rf "$data"
}

# What a person writes is UTF-8 also where the locale says nothing (a container, cron).
case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
  *[Uu][Tt][Ff]*) ;;
  *) [ "$(uname)" = Darwin ] || export LC_ALL=C.UTF-8 ;;
esac
