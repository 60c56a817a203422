@echo off
rem Starts the Bootloader on the runtime beside it, else on the Java of JAVA_HOME, else on the PATH's.
setlocal
set "HERE=%~dp0"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%HERE%runtime\bin\java.exe" set "JAVA=%HERE%runtime\bin\java.exe"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m -jar "%HERE%bootloader.jar" %*
if errorlevel 9009 echo bootloader: no Java 17 or newer was found; install one, or get the package with its own runtime. 1>&2
exit /b %ERRORLEVEL%
