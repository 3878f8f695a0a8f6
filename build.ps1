# Runs the build: ./build.ps1 [targets] [parameters]; ./build.ps1 --help lists them.
# Compiles it first, but only when something that it is made of has changed. The same steps as build.sh, but that it does not compile ahead.
[CmdletBinding()]
Param([Parameter(Position = 0, Mandatory = $false, ValueFromRemainingArguments = $true)] [string[]] $BuildArguments)

Set-StrictMode -Version 2.0
$ErrorActionPreference = "Stop"

$Root = $PSScriptRoot
$Project = Join-Path $Root "build/_build.csproj"
$Temp = Join-Path $Root ".nuke/temp"
$Stamp = Join-Path $Temp "build.stamp"      # what is compiled: its stand-in mode, the dotnet to run it with, the assembly
$Feed = Join-Path $Temp "use-stand-ins"     # which feed this machine has; Directory.Build.props reads it too
# Apart from what the targets compile, and unjudged: the analyzers are the Lint target's.
$Options = @("--artifacts-path", (Join-Path $Temp "dotnet"), "-p:RunAnalyzers=false")
$InstallerUrl = "https://dot.net/v1/dotnet-install.ps1"

$env:DOTNET_CLI_TELEMETRY_OPTOUT = 1
$env:DOTNET_NOLOGO = 1
$env:DOTNET_ROLL_FORWARD = "Major"
$env:NUKE_TELEMETRY_OPTOUT = 1

# Windows PowerShell takes what a command says on standard error for an error of this script's own.
function Invoke-Quietly([string] $Log, [string] $Command, [string[]] $Arguments) {
    $ErrorActionPreference = "Continue"
    & $Command @Arguments *> $Log
}

function Say([string] $Text) { [Console]::Error.WriteLine($Text) }

function Fail([string] $Log, [string] $Text) {
    # Each once, without the project: what is wrong with a package or its feed is told for every one of them.
    $lines = @(Get-Content $Log | Where-Object { $_ -cmatch "(error|warning) [A-Z]+[0-9]+|: error" } |
        ForEach-Object { $_ -replace " \[[^\]]*proj\]$", "" -replace "^.*(proj :|\.targets\([0-9,]+\):) ", "" } | Sort-Object -Unique)
    if ($lines.Count -eq 0) { $lines = @(Get-Content $Log -Tail 20) }
    $lines | Select-Object -First 20 | ForEach-Object { Say $_ }
    Say "$Text The whole log: $Log"
    exit 1
}

# Everything that the build is compiled from. Binaries go to artifacts/, so a newer file here is a changed input.
function Test-Fresh {
    if (-not (Test-Path $Stamp)) { return $false }
    $lines = @(Get-Content $Stamp -Encoding UTF8)
    if ($lines.Count -ne 3) { return $false }
    $script:Mode, $script:Dotnet, $script:Assembly = $lines
    if (-not (Test-Path $Assembly) -or -not (Test-Path $Dotnet)) { return $false }
    if ($env:UseStandIns -and $env:UseStandIns -ne $Mode) { return $false }
    $since = (Get-Item $Stamp).LastWriteTimeUtc
    $directories = @("build", "src/Slipway.*", "src/StandIns") | ForEach-Object { Get-Item (Join-Path $Root $_) }
    $files = @("Directory.*", "global.json") | ForEach-Object { Get-Item (Join-Path $Root $_) }
    # A directory's own time tells of files that are gone.
    $changed = @($files) + @($directories) + @($directories | Get-ChildItem -Recurse -Force) |
        Where-Object { $_.LastWriteTimeUtc -gt $since } | Select-Object -First 1
    return $null -eq $changed
}

# The SDK on PATH when it satisfies global.json, else a copy of our own under .nuke/temp.
function Find-Dotnet {
    $onPath = Get-Command "dotnet" -ErrorAction SilentlyContinue
    if ($onPath) {
        Push-Location $Root
        try { Invoke-Quietly (Join-Path $Temp "version.log") $onPath.Path @("--version") } finally { Pop-Location }
        if ($LASTEXITCODE -eq 0) { $script:Dotnet = $onPath.Path; return }
    }
    $directory = Join-Path $Temp "dotnet-win"
    $script:Dotnet = Join-Path $directory "dotnet.exe"
    if (-not (Test-Path $Dotnet)) {
        $version = (Get-Content (Join-Path $Root "global.json") -Raw | ConvertFrom-Json).sdk.version
        Say "No .NET SDK that satisfies global.json ($version) is on PATH: installing one into .nuke/temp/dotnet-win."
        $installer = Join-Path $Temp "dotnet-install.ps1"
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
        try {
            (New-Object System.Net.WebClient).DownloadFile($InstallerUrl, $installer)
            & $installer -InstallDir $directory -Version $version -NoPath
        }
        catch { Say "It could not be installed from $InstallerUrl ($_). Install the .NET SDK $version and run this again."; exit 1 }
    }
    $env:DOTNET_ROOT = $directory
    $env:PATH = "$directory;$env:PATH"
}

# With the real packages where the feed has them; with the stand-ins of src/StandIns where it says it has not.
function Restore-Packages {
    $script:Mode = $env:UseStandIns
    if (-not $Mode -and (Test-Path $Feed)) { $script:Mode = (Get-Content $Feed -Raw).Trim() }
    $log = Join-Path $Temp "restore.log"
    if ($Mode -ne "true") {
        Invoke-Quietly $log $Dotnet (@("restore", $Project) + $Options + "-p:UseStandIns=false")
        if ($LASTEXITCODE -eq 0) { $script:Mode = "false" }
        elseif (-not $env:UseStandIns -and (Select-String -Path $log -Pattern "error NU110[123]" -Quiet)) {
            $script:Mode = "true"
            Say "The configured package feed lacks NUKE: using the stand-ins in src/StandIns (remembered in .nuke/temp/use-stand-ins)."
        }
        else { Fail $log "The build's packages could not be restored." }
    }
    if ($Mode -eq "true") {
        Invoke-Quietly $log $Dotnet (@("restore", $Project) + $Options + "-p:UseStandIns=true")
        if ($LASTEXITCODE -ne 0) { Fail $log "The build's packages could not be restored." }
    }
    if (-not $env:UseStandIns) { Set-Content -Path $Feed -Value $Mode }
}

# Runs from a copy: another build that is under way must not have its assemblies changed beneath it.
function Build-Project {
    New-Item -ItemType Directory -Force $Temp | Out-Null
    Say "Compiling the build."
    $started = [DateTime]::UtcNow # before the compiler reads anything: what changes meanwhile is newer
    Find-Dotnet
    Restore-Packages
    $log = Join-Path $Temp "compile.log"
    Invoke-Quietly $log $Dotnet (@("build", $Project, "--no-restore", "-c", "Release") + $Options + "-p:UseStandIns=$Mode" + "-v:q" + "-nologo")
    if ($LASTEXITCODE -ne 0) { Fail $log "The build itself does not compile." }
    $copy = Join-Path $Temp ("build." + [Guid]::NewGuid().ToString("N").Substring(0, 6))
    Copy-Item -Recurse (Join-Path $Temp "dotnet/bin/_build/release") $copy
    $script:Assembly = Join-Path $copy "_build.dll"
    [IO.File]::WriteAllLines("$Stamp.new", [string[]] @($Mode, $Dotnet, $Assembly))
    (Get-Item "$Stamp.new").LastWriteTimeUtc = $started
    Move-Item -Force "$Stamp.new" $Stamp
    # A copy that a build still runs from cannot be removed on Windows: it is left.
    Get-ChildItem $Temp -Directory -Filter "build.*" | Where-Object { $_.FullName -ne $copy } |
        ForEach-Object { Remove-Item -Recurse -Force $_.FullName -ErrorAction SilentlyContinue }
}

$Mode = $null; $Dotnet = $null; $Assembly = $null
if ($env:UseStandIns -and $env:UseStandIns -cnotin @("true", "false")) {
    Say "UseStandIns is '$env:UseStandIns': give true or false, or nothing."
    exit 1
}
if (-not (Test-Fresh)) { Build-Project }
# The root is found upwards from where the build is started.
$elsewhere = -not ((Get-Location).Path + [IO.Path]::DirectorySeparatorChar).StartsWith($Root + [IO.Path]::DirectorySeparatorChar)
if ($elsewhere) { Push-Location $Root }
try { & $Dotnet $Assembly $BuildArguments } finally { if ($elsewhere) { Pop-Location } }
exit $LASTEXITCODE
