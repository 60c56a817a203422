@echo off
rem Starts the Bootloader with Java 17 or newer: JAVA_HOME first, then the PATH.
setlocal
cd /d "%~dp0"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo Java is missing: install Java 17 or newer from https://adoptium.net, then start this again.
  pause
  exit /b 1
)
if "%~1"=="" ("%JAVA%" -jar bootloader.jar run) else ("%JAVA%" -jar bootloader.jar %*)
